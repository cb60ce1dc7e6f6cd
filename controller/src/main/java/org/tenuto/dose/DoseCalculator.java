package org.tenuto.dose;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;

/**
 * Works out what an order comes to: first exactly, then as the pump can do it.
 *
 * <p>Volume and flow rate are rounded down once each, by the pump's own {@link PumpResolution};
 * never up, never twice. Pure; any thread; allocates.
 */
public final class DoseCalculator {

  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);
  private static final BigDecimal S_PER_MIN = BigDecimal.valueOf(60);
  private static final BigDecimal MCG_PER_MG = BigDecimal.valueOf(1000);

  /**
   * Decimals kept on the way to the pump: far finer than any pump's increment, so that cutting here
   * and again at the increment is one rounding down.
   */
  private static final int PLACES = 12;

  private static final int NANO_PLACES = 6;

  private DoseCalculator() {}

  /** The exact figures. */
  public static ExactDose exact(
      BodyWeight weight, DosePerWeight dose, InfusionTime time, Concentration concentration) {
    BigDecimal totalMg = dose.mgPerKg().multiply(weight.kg());
    BigDecimal s = BigDecimal.valueOf(time.s());
    return new ExactDose(
        weight.kg(),
        totalMg,
        volumeMl(totalMg, concentration),
        new Ratio(totalMg.multiply(S_PER_H), concentration.mgPerMl().multiply(s)),
        doseRateMgPerKgPerH(dose, time),
        new Ratio(dose.mgPerKg().multiply(MCG_PER_MG).multiply(S_PER_MIN), s));
  }

  /** The drug ordered, rounded down to 1 ng. */
  static long orderedNg(ExactDose exact) {
    return DrugAmount.floorMg(exact.totalMg()).ng();
  }

  /** The volume that holds that much drug. */
  static Ratio volumeMl(BigDecimal totalMg, Concentration concentration) {
    return new Ratio(totalMg, concentration.mgPerMl());
  }

  /** The dose rate of a dose over a time. */
  static Ratio doseRateMgPerKgPerH(DosePerWeight dose, InfusionTime time) {
    return new Ratio(dose.mgPerKg().multiply(S_PER_H), BigDecimal.valueOf(time.s()));
  }

  /**
   * The figures as the pump can do them.
   *
   * @return null if the rate or the volume is below the pump's smallest
   */
  static @Nullable AchievedDose achieve(
      ExactDose exact, Concentration concentration, PumpResolution pump) {
    Volume volume = pump.floorVolume(exact.volumeMl().floor(PLACES));
    FlowRate rate = pump.floorRate(exact.rateMlPerH().floor(PLACES));
    if (volume.nl() == 0 || rate.nlPerH() == 0) {
      return null;
    }
    return new AchievedDose(
        volume,
        rate,
        DrugAmount.floorMg(volume.ml().multiply(concentration.mgPerMl())),
        doseRate(rate, concentration, exact.dosingWeightKg()),
        durationS(volume, rate),
        pump.rateText(rate),
        pump.volumeText(volume));
  }

  private static DoseRate doseRate(FlowRate rate, Concentration concentration, BigDecimal kg) {
    Ratio mgPerKgPerH = new Ratio(rate.mlPerH().multiply(concentration.mgPerMl()), kg);
    return new DoseRate(
        mgPerKgPerH.floor(NANO_PLACES).movePointRight(NANO_PLACES).longValueExact());
  }

  private static long durationS(Volume volume, FlowRate rate) {
    return new Ratio(volume.ml().multiply(S_PER_H), rate.mlPerH()).ceiling(0).longValueExact();
  }
}
