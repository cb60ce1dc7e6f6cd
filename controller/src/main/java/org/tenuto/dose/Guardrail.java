package org.tenuto.dose;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Volume;

/**
 * Stands between an order and the pump: checks it against every limit, and alone decides what the
 * pump may be told.
 *
 * <p>Trusts nothing in the order: unknown ids and absurd numbers become findings, never exceptions.
 * Hard findings refuse. A soft finding needs a second person; this version can't identify one, so
 * here it refuses too. Pure and bounded, no I/O; any thread; allocates, so not for every cycle.
 */
public final class Guardrail {

  private final DrugLibrary library;
  private final Function<Syringe, PumpResolution> pump;

  /**
   * The guardrail of one library and one kind of pump.
   *
   * @param library the one in force
   * @param pump what the pump can be told with a syringe; pure
   */
  public Guardrail(DrugLibrary library, Function<Syringe, PumpResolution> pump) {
    this.library = library;
    this.pump = pump;
  }

  /** Checks an order. Same order, same verdict. */
  public Verdict check(Order order) {
    Findings findings = new Findings();
    OrderEntries entries = OrderEntries.of(order, library, findings);
    DrugEntry drug = entries.drug();
    Protocol protocol = entries.protocol();
    Syringe syringe = entries.syringe();
    OrderQuantities quantities = OrderQuantities.of(order, findings);
    if (quantities == null) {
      return new Verdict(drug, protocol, syringe, null, null, findings.list());
    }
    ExactDose exact =
        DoseCalculator.exact(
            quantities.weight(), quantities.dose(), quantities.time(), quantities.concentration());
    checkDose(quantities, exact, drug, protocol, findings);
    AchievedDose achieved =
        syringe == null ? null : checkDelivery(quantities, exact, drug, syringe, findings);
    return new Verdict(drug, protocol, syringe, exact, achieved, findings.list());
  }

  /**
   * What the pump may be told for the whole order.
   *
   * @return null if any finding forbids it
   */
  @Nullable PermittedRate permit(Order order) {
    return permitRemainder(order, new Volume(0));
  }

  /**
   * What the pump may be told for the rest of the order after a pause: the same rate, and never
   * more than its volume less what may already have been delivered.
   *
   * @param deliveredAtMost the most that can have been delivered of this order
   * @return null if any finding forbids the order, if less than one increment is left, or if the
   *     pump can't be told the rest without being told more
   */
  @Nullable PermittedRate permitRemainder(Order order, Volume deliveredAtMost) {
    Verdict verdict = check(order);
    AchievedDose achieved = verdict.achieved();
    Syringe syringe = verdict.syringe();
    boolean forbidden = verdict.refused() || verdict.needsSecondPerson();
    if (forbidden || achieved == null || syringe == null) {
      return null;
    }
    Volume left = achieved.volume().remainingAfter(deliveredAtMost);
    Volume told = pump.apply(syringe).floorVolume(left.ml());
    boolean deliverable = told.nl() > 0 && told.compareTo(left) <= 0;
    return deliverable ? new PermittedRate(achieved.rate(), told) : null;
  }

  private static void checkDose(
      OrderQuantities quantities,
      ExactDose exact,
      @Nullable DrugEntry drug,
      @Nullable Protocol protocol,
      Findings findings) {
    if (drug == null) {
      return;
    }
    DoseLimits.checkWeight(quantities.weight(), drug, findings);
    DoseLimits.checkConcentration(quantities.concentration(), drug, findings);
    if (protocol != null) {
      DoseLimits.checkDose(quantities.dose(), protocol, findings);
      DoseLimits.checkTime(quantities.time(), protocol, findings);
      DoseLimits.checkDoseRate(exact.doseRateMgPerKgPerH(), drug, protocol, findings);
    }
  }

  private @Nullable AchievedDose checkDelivery(
      OrderQuantities quantities,
      ExactDose exact,
      @Nullable DrugEntry drug,
      Syringe syringe,
      Findings findings) {
    SyringeLimits.checkSyringe(syringe, quantities.loaded(), findings);
    SyringeLimits.checkLoaded(exact, quantities.loaded(), drug, findings);
    PumpResolution resolution = pump.apply(syringe);
    // A pump is not asked about numbers it can't have.
    if (PumpLimits.isTooFast(exact, resolution, findings)
        || PumpLimits.isTooMuch(exact, findings)) {
      return null;
    }
    AchievedDose achieved = DoseCalculator.achieve(exact, quantities.concentration(), resolution);
    if (achieved == null) {
      findings.add(
          ReasonCode.BELOW_PUMP_RESOLUTION, "flow rate or volume", "at least one pump increment");
      return null;
    }
    PumpLimits.checkAchieved(exact, achieved, resolution, findings);
    if (drug != null) {
      PumpLimits.checkDrugFlow(exact.rateMlPerH(), achieved.rate(), drug, findings);
    }
    return achieved;
  }
}
