package org.tenuto.dose;

import java.util.List;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * The figures of an order as one pump with one syringe will really run it: each phase's flow rate
 * and volume rounded down once to what the pump can be told, and what follows from them.
 *
 * @param volume volume to be infused, of all phases
 * @param drug drug in that volume, rounded down to 1 ng
 * @param durationS time the phases take at their rates, s, each rounded up
 * @param phases as many as the order has
 */
public record AchievedDose(Volume volume, DrugAmount drug, long durationS, List<Phase> phases) {

  public AchievedDose {
    phases = List.copyOf(phases);
  }

  /** The same with the time of an order that changes a running one. */
  AchievedDose after(Progress progress) {
    if (!progress.isChange()) {
      return this;
    }
    long leftS = phases.get(progress.phase()).leftS(progress.phaseAtMost());
    long laterS = phases.stream().skip(progress.phase() + 1L).mapToLong(Phase::durationS).sum();
    return new AchievedDose(volume, drug, progress.infusedS() + leftS + laterS, phases);
  }

  /**
   * What the pump makes of one phase.
   *
   * @param volume volume to be infused
   * @param rate flow rate
   * @param drug drug in that volume, rounded down to 1 ng
   * @param doseRate dose rate that flow rate makes, rounded down to 1 ng/kg/h
   * @param durationS time the volume takes at that rate, s, rounded up
   * @param pumpRate the rate as sent to the pump, e.g. {@code 52.50MH}
   * @param pumpVolume the volume as sent to the pump, e.g. {@code 35.00ML}
   */
  public record Phase(
      Volume volume,
      FlowRate rate,
      DrugAmount drug,
      DoseRate doseRate,
      long durationS,
      String pumpRate,
      String pumpVolume) {

    /** Time the rest takes at the phase's rate, s, rounded up. */
    long leftS(Volume delivered) {
      return DoseCalculator.durationS(volume.remainingAfter(delivered), rate);
    }
  }
}
