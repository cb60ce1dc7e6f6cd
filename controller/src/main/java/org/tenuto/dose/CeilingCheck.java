package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.CeilingLookAhead;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkPhase;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/**
 * Holds what the drug's models predict of an order against the drug's ceiling. The prediction
 * itself takes thousands of steps and is made apart, in slices.
 */
final class CeilingCheck {

  /** Longer plans are not looked ahead over, and so refused: 24 h. */
  static final long LONGEST_S = 86_400;

  /** Far beyond any pump; the models take no more: 1 kg/s. */
  private static final BigDecimal HIGHEST_NG_PER_S = new BigDecimal("1e12");

  private static final BigDecimal NG_PER_MG = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);
  private static final double PG_PER_NG = 1000;

  /** Digits of a drug rate on its way to a model, which computes in 53 bits. */
  private static final int RATE_PLACES = 20;

  private CeilingCheck() {}

  /**
   * The look-ahead over an order: from the rates the pump really runs, where it can be told them.
   *
   * @return null if nothing can be predicted: no drug, no figures, no model for the weight, or a
   *     plan that is too long or beyond any pump
   */
  static @Nullable CeilingLookAhead lookAhead(Order order, Verdict verdict) {
    DrugEntry drug = verdict.drug();
    ExactDose exact = verdict.exact();
    if (drug == null || exact == null || exact.durationS() > LONGEST_S) {
      return null;
    }
    PredictedConcentrations start = concentrations(order, drug);
    if (start == null) {
      return null;
    }
    Concentration concentration = new Concentration(order.concentrationNgPerMl());
    AchievedDose achieved = verdict.achieved();
    List<PkPhase> phases = new ArrayList<>();
    for (int i = 0; i < exact.phases().size(); i++) {
      ExactDose.Phase phase = exact.phases().get(i);
      Ratio mlPerH =
          achieved == null
              ? phase.rateMlPerH()
              : Ratio.of(achieved.phases().get(i).rate().mlPerH());
      Ratio ngPerS = ngPerS(mlPerH, concentration);
      if (ngPerS.compareTo(HIGHEST_NG_PER_S) > 0) {
        return null;
      }
      phases.add(pkPhase(phase, ngPerS));
    }
    return start.lookAhead(phases);
  }

  private static Ratio ngPerS(Ratio mlPerH, Concentration concentration) {
    return mlPerH.times(concentration.mgPerMl()).times(NG_PER_MG).over(S_PER_H);
  }

  private static PkPhase pkPhase(ExactDose.Phase phase, Ratio ngPerS) {
    return new PkPhase(
        ngPerS.floor(RATE_PLACES).doubleValue(),
        phase.durationS(),
        phase.kind() == PhaseKind.BOLUS);
  }

  /** The drug's models for the order's patient with the earlier doses; null if none takes it. */
  static @Nullable PredictedConcentrations concentrations(Order order, DrugEntry drug) {
    BodyWeight weight = new BodyWeight(order.patient().weightG());
    if (!Covariates.covers(weight)) {
      return null;
    }
    PredictedConcentrations start = empty(drug, weight);
    for (PriorDose prior : order.priorDoses()) {
      if (prior.drugId().equals(drug.id())) {
        start.addPrior(
            (double) prior.ng(), (double) prior.durationS(), (double) prior.endedAgoS());
      }
    }
    return start;
  }

  private static PredictedConcentrations empty(DrugEntry drug, BodyWeight weight) {
    return new PredictedConcentrations(
        drug.models(),
        new Covariates(weight),
        new ConcentrationCeiling(drug.ceiling().soft(), drug.ceiling().hard()));
  }

  /** What the models predict of a program of the drug, with no dose before it, in one go. */
  static List<Prediction> predictions(DrugEntry drug, BodyWeight weight, ExactDose exact) {
    List<PkPhase> phases =
        exact.phases().stream()
            .map(
                phase ->
                    pkPhase(
                        phase, ngPerS(phase.rateMlPerH(), drug.concentrations().getFirst())))
            .toList();
    CeilingLookAhead lookAhead = empty(drug, weight).lookAhead(phases);
    while (!lookAhead.advance(Integer.MAX_VALUE)) {
      // One slice of all there is.
    }
    return predictions(lookAhead);
  }

  /** What a look-ahead that is done found, rounded up. */
  static List<Prediction> predictions(CeilingLookAhead done) {
    return done.peaks().stream()
        .map(
            peak ->
                new Prediction(
                    peak.model(),
                    pgPerMl(peak.judgedNgPerMl()),
                    (long) peak.judgedAtS(),
                    pgPerMl(peak.cpNgPerMl()),
                    (long) peak.cpAtS()))
        .toList();
  }

  /** Rounded up; what is no number is beyond any ceiling. */
  static long pgPerMl(double ngPerMl) {
    return Double.isNaN(ngPerMl) ? Long.MAX_VALUE : (long) StrictMath.ceil(ngPerMl * PG_PER_NG);
  }

  /** Adds a finding for each model that predicts too much, or one if nothing was predicted. */
  static void judge(List<Prediction> predictions, Verdict verdict, Findings findings) {
    DrugEntry drug = verdict.drug();
    if (drug == null || verdict.exact() == null) {
      return;
    }
    if (predictions.size() != drug.models().size()) {
      findings.add(
          ReasonCode.CEILING_NOT_EVALUATED,
          "predicted concentrations, not worked out",
          "a weight of the models' range, a plan of at most 24 h and rates a pump can run");
    }
    judge(predictions, drug, findings);
  }

  /** Adds a finding for each model that predicts too much. */
  static void judge(List<Prediction> predictions, DrugEntry drug, Findings findings) {
    for (Prediction prediction : predictions) {
      new LimitCheck<PlasmaConcentration>(
              "concentration predicted by " + prediction.model().title(),
              PlasmaConcentration::ngPerMl,
              WardUnit.NG_PER_ML::format)
          .judge(
              Ratio.of(new PlasmaConcentration(prediction.judgedPgPerMl()).ngPerMl()),
              drug.ceiling(),
              ReasonCode.PREDICTED_CONCENTRATION_ABOVE_SOFT_LIMIT,
              ReasonCode.PREDICTED_CONCENTRATION_ABOVE_HARD_LIMIT,
              findings);
    }
  }
}
