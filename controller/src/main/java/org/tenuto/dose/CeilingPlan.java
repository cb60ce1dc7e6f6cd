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
import org.tenuto.quantity.Ratio;

/** Turns an order into the plans its drug's models are run over. */
final class CeilingPlan {

  /** Longer plans are not looked ahead over, and so refused: 24 h. */
  static final long LONGEST_S = 86_400;

  /** Far beyond any pump; the models take no more: 1 kg/s. */
  private static final BigDecimal HIGHEST_NG_PER_S = new BigDecimal("1e12");

  private static final BigDecimal NG_PER_MG = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);
  private static final double NG_PER_S_OF_UNIT = 1.0 / 3600 / 1_000_000;

  /** Digits of a drug rate on its way to a model, which computes in 53 bits. */
  private static final int RATE_PLACES = 20;

  private CeilingPlan() {}

  /**
   * The look-ahead over an order: from the rates the pump really runs, where it can be told them.
   *
   * @return none if nothing can be predicted: no drug, no figures, no model for the weight, or a
   *     plan that is too long or beyond any pump
   */
  static List<CeilingLookAhead> lookAheads(Order order, Verdict verdict) {
    DrugEntry drug = verdict.drug();
    List<PkPhase> plan = plan(order, verdict);
    // Without figures its numbers may be none a model takes.
    if (plan == null || drug == null) {
      return List.of();
    }
    PredictedConcentrations start = concentrations(order, drug);
    return start == null ? List.of() : List.of(start.lookAhead(plan));
  }

  /**
   * The look-aheads over the rest of a changed order, from what is predicted now: changed at once,
   * and at the last moment at which the change can still be confirmed.
   *
   * @return none if nothing can be predicted, see {@link #lookAheads(Order, Verdict)}
   */
  static List<CeilingLookAhead> lookAheads(
      Order changed,
      Verdict verdict,
      Progress progress,
      PredictedConcentrations now,
      double bolusEndedAgoS) {
    List<PkPhase> plan = plan(changed, verdict);
    if (plan == null) {
      return List.of();
    }
    double ngPerNl = changed.concentrationNgPerMl() / 1e6;
    double givenNg = progress.phaseAtMostNl() * ngPerNl;
    PkPhase before = before(changed, progress);
    List<CeilingLookAhead> lookAheads = new ArrayList<>();
    lookAheads.add(now.lookAhead(rest(plan, progress.phase(), givenNg), bolusEndedAgoS));
    if (before != null) {
      List<PkPhase> late = new ArrayList<>(List.of(before));
      late.addAll(rest(plan, progress.phase(), givenNg + before.totalNg()));
      lookAheads.add(now.lookAhead(late, bolusEndedAgoS));
    }
    return lookAheads;
  }

  /** What runs until a change is confirmed at the latest; null if nothing does. */
  private static @Nullable PkPhase before(Order order, Progress progress) {
    if (progress.rateNlPerH() == 0) {
      return null;
    }
    double ngPerS = progress.rateNlPerH() * order.concentrationNgPerMl() * NG_PER_S_OF_UNIT;
    boolean bolus = order.phases().get(progress.phase()).kind() == PhaseKind.BOLUS;
    return new PkPhase(ngPerS, ReadBack.GOOD_FOR_S, bolus);
  }

  /** The plan from its present phase on, of which some was given. */
  private static List<PkPhase> rest(List<PkPhase> plan, int phase, double givenNg) {
    PkPhase present = plan.get(phase);
    double leftS = (present.totalNg() - givenNg) / present.rateNgPerS();
    List<PkPhase> rest = new ArrayList<>();
    if (leftS > 0) {
      rest.add(new PkPhase(present.rateNgPerS(), leftS, present.bolus()));
    }
    rest.addAll(plan.subList(phase + 1, plan.size()));
    return rest;
  }

  private static @Nullable List<PkPhase> plan(Order order, Verdict verdict) {
    ExactDose exact = verdict.exact();
    if (verdict.drug() == null || exact == null || exact.durationS() > LONGEST_S) {
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
    return phases;
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

  /** The look-ahead over a program of the drug, with no dose before it. */
  static CeilingLookAhead lookAhead(DrugEntry drug, BodyWeight weight, ExactDose exact) {
    List<PkPhase> phases =
        exact.phases().stream()
            .map(
                phase ->
                    pkPhase(
                        phase, ngPerS(phase.rateMlPerH(), drug.concentrations().getFirst())))
            .toList();
    return empty(drug, weight).lookAhead(phases);
  }
}
