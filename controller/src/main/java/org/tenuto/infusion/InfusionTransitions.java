package org.tenuto.infusion;

/**
 * The state machine: which state follows from which event. Pure and total: an event that means
 * nothing in a state leaves it as it is. Whether an event may happen (a guard) is decided before.
 */
public final class InfusionTransitions {

  private InfusionTransitions() {}

  /** The state after {@code event} in {@code state}. */
  public static InfusionState next(InfusionState state, InfusionEvent event) {
    if (event == InfusionEvent.FAULT_CONDITION) {
      return InfusionState.FAULT;
    }
    return switch (state) {
      case SELF_TEST -> event == InfusionEvent.SELF_TEST_PASSED ? InfusionState.IDLE : state;
      case IDLE, COMPLETE -> fromRest(state, event);
      case PRIMING -> fromPriming(event);
      case READY -> fromReady(event);
      case INFUSING -> fromInfusing(event);
      case PAUSED -> fromPaused(event);
      case FAULT -> event == InfusionEvent.RESET ? InfusionState.SELF_TEST : state;
    };
  }

  private static InfusionState fromRest(InfusionState state, InfusionEvent event) {
    return switch (event) {
      case ORDER_READ_BACK -> InfusionState.READY;
      case PRIMING_STARTED -> InfusionState.PRIMING;
      default -> state;
    };
  }

  /** A priming is never paused: whatever is left of it needs a new act. */
  private static InfusionState fromPriming(InfusionEvent event) {
    return switch (event) {
      case STAFF_STOP, STAFF_PAUSE, PAUSE_CONDITION, COMPLETED -> InfusionState.IDLE;
      default -> InfusionState.PRIMING;
    };
  }

  private static InfusionState fromReady(InfusionEvent event) {
    return switch (event) {
      case STARTED -> InfusionState.INFUSING;
      case STAFF_STOP, READ_BACK_EXPIRED -> InfusionState.IDLE;
      default -> InfusionState.READY;
    };
  }

  private static InfusionState fromInfusing(InfusionEvent event) {
    return switch (event) {
      case STAFF_STOP -> InfusionState.IDLE;
      case STAFF_PAUSE, PAUSE_CONDITION -> InfusionState.PAUSED;
      case COMPLETED -> InfusionState.COMPLETE;
      default -> InfusionState.INFUSING;
    };
  }

  private static InfusionState fromPaused(InfusionEvent event) {
    return switch (event) {
      case STAFF_STOP -> InfusionState.IDLE;
      case RESUMED -> InfusionState.INFUSING;
      case COMPLETED -> InfusionState.COMPLETE;
      default -> InfusionState.PAUSED;
    };
  }
}
