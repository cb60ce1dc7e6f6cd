package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;

/**
 * Works out what an order comes to: first exactly, then as the pump can do it.
 *
 * <p>Volume and flow rate of each phase are rounded down once each, by the pump's own {@link
 * PumpResolution}; never up, never twice. Pure; any thread; allocates.
 */
public final class DoseCalculator {

  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);
  private static final BigDecimal MIN_PER_H = BigDecimal.valueOf(60);
  private static final BigDecimal MCG_PER_MG = BigDecimal.valueOf(1000);

  /**
   * Decimals kept on the way to the pump: far finer than any pump's increment, so that cutting here
   * and again at the increment is one rounding down.
   */
  private static final int PLACES = 12;

  private static final int NANO_PLACES = 6;

  private DoseCalculator() {}

  /**
   * The exact figures.
   *
   * @param dosingWeightKg above 0
   * @param phases at least one, each with an amount and a time above 0
   */
  public static ExactDose exact(
      Ratio dosingWeightKg, List<OrderPhase> phases, Concentration concentration) {
    List<ExactDose.Phase> exact = new ArrayList<>();
    Ratio totalMg = Ratio.of(BigDecimal.ZERO);
    long durationS = 0;
    for (OrderPhase phase : phases) {
      ExactDose.Phase figures = exact(phase, dosingWeightKg, concentration);
      exact.add(figures);
      totalMg = totalMg.plus(figures.totalMg());
      durationS += phase.durationS();
    }
    return new ExactDose(
        dosingWeightKg, totalMg, volumeMl(totalMg, concentration), durationS, exact);
  }

  private static ExactDose.Phase exact(
      OrderPhase phase, Ratio dosingWeightKg, Concentration concentration) {
    BigDecimal s = BigDecimal.valueOf(phase.durationS());
    Ratio mgPerH = mgPerH(phase, dosingWeightKg);
    Ratio totalMg = mgPerH.times(s).over(S_PER_H);
    return new ExactDose.Phase(
        phase.kind(),
        totalMg,
        volumeMl(totalMg, concentration),
        volumeMl(mgPerH, concentration),
        mgPerH.over(dosingWeightKg),
        phase.durationS());
  }

  private static Ratio mgPerH(OrderPhase phase, Ratio dosingWeightKg) {
    BigDecimal value = phase.unit().value(phase.amountNg());
    return switch (phase.unit()) {
      case MG_PER_KG ->
          dosingWeightKg.times(value).times(S_PER_H).over(BigDecimal.valueOf(phase.durationS()));
      case MG_PER_KG_PER_H -> dosingWeightKg.times(value);
      case MCG_PER_KG_PER_MIN -> dosingWeightKg.times(value).times(MIN_PER_H).over(MCG_PER_MG);
      case MG_PER_H -> Ratio.of(value);
    };
  }

  /** The drug ordered, rounded down to 1 ng. */
  static long orderedNg(Ratio totalMg) {
    return DrugAmount.floorMg(totalMg.floor(NANO_PLACES)).ng();
  }

  /** The volume that holds that much drug; for a rate, the flow rate that carries it. */
  static Ratio volumeMl(Ratio mg, Concentration concentration) {
    return mg.over(concentration.mgPerMl());
  }

  /**
   * The figures as the pump can do them.
   *
   * @return null if a phase's rate or volume is below the pump's smallest
   */
  static @Nullable AchievedDose achieve(
      ExactDose exact, Concentration concentration, PumpResolution pump) {
    List<AchievedDose.Phase> phases = new ArrayList<>();
    Volume volume = new Volume(0);
    long durationS = 0;
    for (ExactDose.Phase phase : exact.phases()) {
      AchievedDose.Phase achieved = achieve(phase, exact.dosingWeightKg(), concentration, pump);
      if (achieved == null) {
        return null;
      }
      phases.add(achieved);
      volume = volume.plus(achieved.volume());
      durationS += achieved.durationS();
    }
    return new AchievedDose(volume, drug(volume, concentration), durationS, phases);
  }

  private static AchievedDose.@Nullable Phase achieve(
      ExactDose.Phase exact, Ratio dosingWeightKg, Concentration concentration, PumpResolution pump) {
    Volume volume = pump.floorVolume(exact.volumeMl().floor(PLACES));
    FlowRate rate = pump.floorRate(exact.rateMlPerH().floor(PLACES));
    if (volume.nl() == 0 || rate.nlPerH() == 0) {
      return null;
    }
    return new AchievedDose.Phase(
        volume,
        rate,
        drug(volume, concentration),
        doseRate(rate, concentration, dosingWeightKg),
        durationS(volume, rate),
        pump.rateText(rate),
        pump.volumeText(volume));
  }

  private static DrugAmount drug(Volume volume, Concentration concentration) {
    return DrugAmount.floorMg(volume.ml().multiply(concentration.mgPerMl()));
  }

  private static DoseRate doseRate(FlowRate rate, Concentration concentration, Ratio kg) {
    Ratio mgPerKgPerH = Ratio.of(rate.mlPerH().multiply(concentration.mgPerMl())).over(kg);
    return new DoseRate(
        mgPerKgPerH.floor(NANO_PLACES).movePointRight(NANO_PLACES).longValueExact());
  }

  /** Time a volume takes at a flow rate, s, rounded up. */
  static long durationS(Volume volume, FlowRate rate) {
    return new Ratio(volume.ml().multiply(S_PER_H), rate.mlPerH()).ceiling(0).longValueExact();
  }
}
