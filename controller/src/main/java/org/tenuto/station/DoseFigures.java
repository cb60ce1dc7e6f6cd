package org.tenuto.station;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.AchievedDose;
import org.tenuto.dose.BodySize;
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
  private static final BigDecimal MCG_PER_MG = BigDecimal.valueOf(1000);
  private static final BigDecimal MIN_PER_H = BigDecimal.valueOf(60);

  private DoseFigures() {}

  /**
   * The exact figures: names of the JSON output, in its order. The rates are the first phase's,
   * which an order of one phase has for the whole.
   */
  static Map<String, String> of(ExactDose exact) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("total_mg", decimal(exact.totalMg()));
    figures.put("volume_ml", decimal(exact.volumeMl()));
    figures.putAll(rates(exact.phases().getFirst()));
    return figures;
  }

  /** The exact figures of one phase. */
  static Map<String, String> of(ExactDose.Phase exact) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("total_mg", decimal(exact.totalMg()));
    figures.put("volume_ml", decimal(exact.volumeMl()));
    figures.putAll(rates(exact));
    figures.put("duration_s", Long.toString(exact.durationS()));
    return figures;
  }

  private static Map<String, String> rates(ExactDose.Phase phase) {
    Map<String, String> rates = new LinkedHashMap<>();
    Ratio mgPerKgPerH = phase.doseRateMgPerKgPerH();
    rates.put("rate_ml_per_h", decimal(phase.rateMlPerH()));
    rates.put("dose_rate_mg_per_kg_h", decimal(mgPerKgPerH));
    rates.put("dose_rate_mcg_per_kg_min", decimal(mgPerKgPerH.times(MCG_PER_MG).over(MIN_PER_H)));
    return rates;
  }

  /** The figures after rounding down to what the pump can do. */
  static Map<String, String> of(AchievedDose achieved, Ratio dosingWeightKg) {
    Map<String, String> figures = new LinkedHashMap<>();
    AchievedDose.Phase first = achieved.phases().getFirst();
    Ratio mg = Ratio.of(achieved.drug().mg());
    figures.put("dose_mg_per_kg", decimal(mg.over(dosingWeightKg)));
    figures.put("total_mg", WardNumber.format(achieved.drug().mg()));
    figures.put("volume_ml", WardNumber.format(achieved.volume().ml()));
    figures.put("rate_ml_per_h", WardNumber.format(first.rate().mlPerH()));
    figures.put("dose_rate_mg_per_kg_h", WardNumber.format(first.doseRate().mgPerKgPerH()));
    figures.put("duration_s", Long.toString(achieved.durationS()));
    return figures;
  }

  /** The figures of one phase after rounding down. */
  static Map<String, String> of(AchievedDose.Phase achieved) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("total_mg", WardNumber.format(achieved.drug().mg()));
    figures.put("volume_ml", WardNumber.format(achieved.volume().ml()));
    figures.put("rate_ml_per_h", WardNumber.format(achieved.rate().mlPerH()));
    figures.put("dose_rate_mg_per_kg_h", WardNumber.format(achieved.doseRate().mgPerKgPerH()));
    figures.put("duration_s", Long.toString(achieved.durationS()));
    return figures;
  }

  /** Weights and sizes that height and sex give. */
  static Map<String, String> of(BodySize size) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("bmi", decimal(size.bmi()));
    figures.put("ideal_kg", decimal(size.idealKg()));
    figures.put("adjusted_kg", decimal(size.adjustedKg()));
    figures.put("lean_kg", decimal(size.leanKg()));
    figures.put("bsa_m2", decimal(Ratio.of(size.surfaceM2())));
    return figures;
  }

  static String decimal(Ratio ratio) {
    return WardNumber.format(ratio.nearest(PLACES));
  }
}
