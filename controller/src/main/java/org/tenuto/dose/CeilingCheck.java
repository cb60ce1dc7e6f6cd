package org.tenuto.dose;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tenuto.pk.CeilingLookAhead;
import org.tenuto.pk.Peak;
import org.tenuto.pk.PkModel;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/**
 * Holds what the drug's models predict of an order against the drug's ceiling. The prediction
 * itself takes thousands of steps and is made apart, in slices.
 */
final class CeilingCheck {

  private static final double PG_PER_NG = 1000;

  private CeilingCheck() {}

  /** What look-aheads that are done found, of each model the highest, rounded up. */
  static List<Prediction> predictions(CeilingLookAhead... done) {
    Map<PkModel, Peak> peaks = new EnumMap<>(PkModel.class);
    for (CeilingLookAhead lookAhead : done) {
      lookAhead.peaks().forEach(peak -> peaks.merge(peak.model(), peak, Peak::orHigher));
    }
    return peaks.values().stream().map(CeilingCheck::prediction).toList();
  }

  private static Prediction prediction(Peak peak) {
    return new Prediction(
        peak.model(),
        pgPerMl(peak.judgedNgPerMl()),
        (long) peak.judgedAtS(),
        pgPerMl(peak.cpNgPerMl()),
        (long) peak.cpAtS());
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
