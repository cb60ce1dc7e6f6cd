package org.tenuto.station;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.AchievedDose;
import org.tenuto.dose.ExactDose;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardNumber;

/**
 * The figures of an order as named numbers for files. What does not come out even is given to the
 * nearest of 9 decimals; nothing that reaches a pump is ever made of these.
 */
@NullMarked
final class DoseFigures {

  private static final int PLACES = 9;

  private DoseFigures() {}

  /** The exact figures: names of the JSON output, in its order. */
  static Map<String, String> of(ExactDose exact) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("dosing_weight_kg", decimal(exact.dosingWeightKg()));
    figures.put("total_mg", decimal(exact.totalMg()));
    figures.put("volume_ml", decimal(exact.volumeMl()));
    figures.put("rate_ml_per_h", decimal(exact.phases().getFirst().rateMlPerH()));
    figures.put("dose_rate_mg_per_kg_h", decimal(exact.phases().getFirst().doseRateMgPerKgPerH()));
    figures.put("dose_rate_mcg_per_kg_min", decimal(exact.phases().getFirst().doseRateMgPerKgPerH().times(BigDecimal.valueOf(1000)).over(BigDecimal.valueOf(60))));
    return figures;
  }

  /** The figures after rounding down to what the pump can do. */
  static Map<String, String> of(AchievedDose achieved, Ratio weightKg) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("dose_mg_per_kg", decimal(Ratio.of(achieved.drug().mg()).over(weightKg)));
    figures.put("total_mg", WardNumber.format(achieved.drug().mg()));
    figures.put("volume_ml", WardNumber.format(achieved.volume().ml()));
    figures.put("rate_ml_per_h", WardNumber.format(achieved.phases().getFirst().rate().mlPerH()));
    figures.put("dose_rate_mg_per_kg_h", WardNumber.format(achieved.phases().getFirst().doseRate().mgPerKgPerH()));
    figures.put("duration_s", Long.toString(achieved.durationS()));
    return figures;
  }

  private static String decimal(Ratio ratio) {
    return WardNumber.format(ratio.nearest(PLACES));
  }
}
