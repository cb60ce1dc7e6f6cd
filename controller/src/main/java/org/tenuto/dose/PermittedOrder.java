package org.tenuto.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Volume;

/**
 * An order every limit permits, as it was read back: the only source of what the pump may be told.
 * Nobody but the guardrail makes one. Immutable; any thread.
 */
public final class PermittedOrder {

  private final ReadBack readBack;
  private final List<AchievedDose.Phase> phases;
  private final Syringe syringe;
  private final PumpResolution pump;
  private final long dayLimitNg;

  PermittedOrder(
      ReadBack readBack,
      AchievedDose achieved,
      Syringe syringe,
      PumpResolution pump,
      long dayLimitNg) {
    this.readBack = readBack;
    this.phases = achieved.phases();
    this.syringe = syringe;
    this.pump = pump;
    this.dayLimitNg = dayLimitNg;
  }

  /** What staff were shown and confirm. */
  public ReadBack readBack() {
    return readBack;
  }

  /**
   * The most drug that any 24 h may hold for the order's person, ng, rounded down: the protocol's
   * hard limit by the weight that is dosed by.
   */
  public long dayLimitNg() {
    return dayLimitNg;
  }

  /** Inner diameter of the syringe, µm. */
  public int syringeInnerDiameterUm() {
    return syringe.innerDiameterUm();
  }

  /**
   * What the pump may be told for what is left of one phase: the phase's rate, and never more than
   * its volume less what may already have been delivered of it. Allocates some hundred bytes.
   *
   * @param phase counted from 0
   * @param deliveredAtMost the most that can have been delivered of that phase
   * @return null if less than one pump increment is left, or if the pump can't be told the rest
   *     without being told more
   */
  public @Nullable PermittedRate rest(int phase, Volume deliveredAtMost) {
    return Guardrail.rest(phases.get(phase), pump, deliveredAtMost);
  }
}
