package org.tenuto.dose;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Ratio;

/** Works out the weight a dose per kg is multiplied by. */
final class DosingWeight {

  private DosingWeight() {}

  /**
   * The weight by that basis, kg.
   *
   * @param size null if height or sex were not entered
   * @return null if it can't be worked out; then there is a finding
   */
  static @Nullable Ratio of(
      OrderQuantities quantities, WeightBasis basis, @Nullable BodySize size, Findings findings) {
    Ratio actual = Ratio.of(quantities.weight().kg());
    if (basis == WeightBasis.ACTUAL) {
      return actual;
    }
    if (size == null) {
      findings.add(
          ReasonCode.BODY_SIZE_MISSING, "weight basis " + basis, "height and sex with it");
      return null;
    }
    Ratio dosing = chosen(basis, actual, size);
    if (usesIdeal(basis, size)) {
      checkHeight(quantities, basis, findings);
    }
    if (dosing.compareTo(actual) > 0) {
      findings.add(
          ReasonCode.DOSING_WEIGHT_ABOVE_ACTUAL,
          "dosing weight by basis " + basis,
          "at most the actual " + quantities.weight().text());
    }
    return dosing;
  }

  private static Ratio chosen(WeightBasis basis, Ratio actual, BodySize size) {
    return switch (basis) {
      case ACTUAL -> actual;
      case IDEAL -> size.idealKg();
      case ADJUSTED -> size.adjustedKg();
      case LEAN -> size.leanKg();
      case IDEAL_IF_OBESE ->
          size.obese() && size.idealKg().compareTo(actual) < 0 ? size.idealKg() : actual;
    };
  }

  private static boolean usesIdeal(WeightBasis basis, BodySize size) {
    return basis == WeightBasis.IDEAL
        || basis == WeightBasis.ADJUSTED
        || (basis == WeightBasis.IDEAL_IF_OBESE && size.obese());
  }

  private static void checkHeight(
      OrderQuantities quantities, WeightBasis basis, Findings findings) {
    if (quantities.height() != null
        && quantities.height().compareTo(BodySize.LOWEST_FOR_IDEAL) < 0) {
      findings.add(
          ReasonCode.HEIGHT_BELOW_FORMULA_RANGE,
          "height " + quantities.height().text() + " with weight basis " + basis,
          "at least " + BodySize.LOWEST_FOR_IDEAL.text() + ", the lowest of Devine's formula");
    }
  }
}
