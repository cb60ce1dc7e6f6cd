package org.tenuto.dose;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;

/**
 * Stands between an order and the pump: checks it against every limit, and alone decides what the
 * pump may be told.
 *
 * <p>Trusts nothing in the order: unknown ids and absurd numbers become findings, never exceptions.
 * Hard findings refuse. A soft finding needs a reason and a second person, or it refuses too. Pure
 * and bounded, no I/O; any thread; allocates, so not for every cycle.
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

  /**
   * Checks an order against everything, the ceiling too, in one go: some milliseconds. Same order,
   * same verdict. Whether staff may pass the soft limits is not judged here.
   */
  public Verdict check(Order order) {
    Verdict verdict = checkFigures(order, Progress.NONE);
    OrderDraft draft =
        new OrderDraft(order, Progress.NONE, verdict, CeilingPlan.lookAheads(order, verdict));
    draft.finish();
    return withCeiling(verdict, draft.predictions());
  }

  /**
   * Checks everything but the ceiling.
   *
   * @param progress of the order this one changes; the limits hold for both together
   */
  Verdict checkFigures(Order order, Progress progress) {
    Findings findings = new Findings();
    OrderEntries entries = OrderEntries.of(order, library, findings);
    OrderQuantities quantities = OrderQuantities.of(order, findings);
    BodySize size = quantities == null ? null : size(quantities, order.patient().sex());
    ExactDose exact =
        quantities == null ? null : exact(order, quantities, size, progress, findings);
    AchievedDose achieved = null;
    if (quantities != null && entries.drug() != null) {
      checkPatient(quantities, size, entries.drug(), findings);
    }
    if (quantities != null && exact != null) {
      checkDose(order, exact, entries, findings);
      achieved = checkDelivery(quantities, exact, progress, entries, findings);
    }
    return new Verdict(
        entries.drug(),
        entries.protocol(),
        entries.syringe(),
        size,
        exact,
        achieved,
        List.of(),
        findings.list());
  }

  /** The verdict with what the predictions say about the drug's ceiling. */
  static Verdict withCeiling(Verdict verdict, List<Prediction> predictions) {
    Findings findings = new Findings(verdict.findings());
    CeilingCheck.judge(predictions, verdict, findings);
    return verdict.with(predictions, findings.list());
  }

  private static @Nullable BodySize size(OrderQuantities quantities, Sex sex) {
    return quantities.height() == null || sex == Sex.NOT_GIVEN
        ? null
        : BodySize.of(quantities.weight(), quantities.height(), sex);
  }

  private static @Nullable ExactDose exact(
      Order order,
      OrderQuantities quantities,
      @Nullable BodySize size,
      Progress progress,
      Findings findings) {
    Ratio kg = DosingWeight.of(quantities, order.weightBasis(), size, findings);
    return kg == null
        ? null
        : DoseCalculator.exact(kg, quantities.phases(), quantities.concentration())
            .after(progress);
  }

  private static void checkPatient(
      OrderQuantities quantities, @Nullable BodySize size, DrugEntry drug, Findings findings) {
    WeightLimits.check(quantities.weight(), drug, findings);
    WeightLimits.checkPounds(quantities.weight(), quantities.lastWeight(), size, findings);
    DoseLimits.checkConcentration(quantities.concentration(), drug, findings);
  }

  private static void checkDose(
      Order order, ExactDose exact, OrderEntries entries, Findings findings) {
    DrugEntry drug = entries.drug();
    Protocol protocol = entries.protocol();
    if (drug != null && protocol != null) {
      DoseLimits.checkWhole(exact, protocol, findings);
      PhaseLimits.check(exact, drug, protocol, order.intensiveMonitoring(), findings);
      DoseLimits.checkCumulative(order.priorDoses(), exact, drug, protocol, findings);
    }
  }

  private @Nullable AchievedDose checkDelivery(
      OrderQuantities quantities,
      ExactDose exact,
      Progress progress,
      OrderEntries entries,
      Findings findings) {
    Syringe syringe = entries.syringe();
    DrugEntry drug = entries.drug();
    if (syringe == null) {
      return null;
    }
    SyringeLimits.checkSyringe(syringe, quantities.loaded(), findings);
    SyringeLimits.checkLoaded(exact, quantities.loaded(), drug, findings);
    if (drug != null) {
      PumpLimits.checkDrugFlow(exact, drug, findings);
    }
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
    PumpLimits.checkLeft(achieved, progress, findings);
    return achieved.after(progress);
  }

  /**
   * The order as the pump may be told it.
   *
   * @param readBack of that order
   * @param reviewed its verdict, with the ceiling
   * @return null if any finding forbids it
   */
  @Nullable PermittedOrder permit(ReadBack readBack, Verdict reviewed) {
    AchievedDose achieved = reviewed.achieved();
    ExactDose exact = reviewed.exact();
    Protocol protocol = reviewed.protocol();
    Syringe syringe = reviewed.syringe();
    if (achieved == null || exact == null || protocol == null || syringe == null) {
      return null;
    }
    if (forbids(readBack.order(), reviewed)) {
      return null;
    }
    long dayLimitNg =
        DoseCalculator.orderedNg(exact.dosingWeightKg().times(protocol.day().hard().mgPerKg()));
    return new PermittedOrder(readBack, achieved, syringe, pump.apply(syringe), dayLimitNg);
  }

  /**
   * What the pump may be told to fill the line: the volume asked for and never more, at the flow
   * rate for priming. No order is touched by it.
   *
   * @return null if it is refused or the pump can't be told it
   */
  @Nullable PermittedRate permitPriming(PrimingRequest request) {
    Syringe syringe = library.syringe(request.syringeId());
    if (syringe == null || PrimingLimits.refusal(request, library) != null) {
      return null;
    }
    Volume asked = new Volume(request.volumeNl());
    PumpResolution resolution = pump.apply(syringe);
    FlowRate rate = PrimingLimits.rate(resolution);
    Volume told = resolution.floorVolume(asked.ml());
    boolean deliverable =
        rate.nlPerH() > 0
            && rate.compareTo(resolution.minimumRate()) >= 0
            && rate.compareTo(PrimingLimits.FASTEST) <= 0
            && told.nl() > 0
            && told.compareTo(asked) <= 0;
    return deliverable ? new PermittedRate(rate, told) : null;
  }

  /** What the pump can be told with a syringe. */
  PumpResolution resolution(Syringe syringe) {
    return pump.apply(syringe);
  }

  private static boolean forbids(Order order, Verdict reviewed) {
    Findings findings = new Findings(reviewed.findings());
    Overrides.check(order, findings);
    return findings.list().stream().anyMatch(f -> f.severity() == Finding.Severity.HARD);
  }

  /** The rest of one phase of a permitted order; null if the pump can't be told it. */
  static @Nullable PermittedRate rest(
      AchievedDose.Phase figures, PumpResolution pump, Volume deliveredAtMost) {
    Volume left = figures.volume().remainingAfter(deliveredAtMost);
    Volume told = pump.floorVolume(left.ml());
    boolean deliverable = told.nl() > 0 && told.compareTo(left) <= 0;
    return deliverable ? new PermittedRate(figures.rate(), told) : null;
  }
}
