package org.tenuto.dose;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Volume;

/** The numbers of an order, once they are known to be numbers an order can have. */
record OrderQuantities(
    BodyWeight weight,
    DosePerWeight dose,
    InfusionTime time,
    Concentration concentration,
    Volume loaded) {

  /** The highest number anybody can enter: 9999.999 kg, mg/kg, mg/mL or mL. */
  private static final long HIGHEST_G = 9_999_999;

  private static final long HIGHEST_NANO = 9_999_999_000L;

  /** As long as anybody can enter, and far below any overflow: 10,000 h. */
  private static final long HIGHEST_S = 36_000_000;

  /** The quantities of the order; null if one is no number an order can have, with findings. */
  static @Nullable OrderQuantities of(Order order, Findings findings) {
    boolean plausible = within(order.weightG(), HIGHEST_G, "body weight", "g", findings);
    plausible &= within(order.doseNgPerKg(), HIGHEST_NANO, "dose", "ng/kg", findings);
    plausible &= within(order.durationS(), HIGHEST_S, "infusion time", "s", findings);
    plausible &=
        within(order.concentrationNgPerMl(), HIGHEST_NANO, "concentration", "ng/mL", findings);
    plausible &= within(order.loadedNl(), HIGHEST_NANO, "loaded volume", "nL", findings);
    if (!plausible) {
      return null;
    }
    return new OrderQuantities(
        new BodyWeight(order.weightG()),
        new DosePerWeight(order.doseNgPerKg()),
        new InfusionTime(order.durationS()),
        new Concentration(order.concentrationNgPerMl()),
        new Volume(order.loadedNl()));
  }

  private static boolean within(
      long value, long highest, String thing, String unit, Findings findings) {
    boolean within = value > 0 && value <= highest;
    if (!within) {
      findings.add(
          ReasonCode.NUMBER_NOT_PLAUSIBLE,
          thing + " " + value + " " + unit,
          "above 0 and at most " + highest + " " + unit);
    }
    return within;
  }
}
