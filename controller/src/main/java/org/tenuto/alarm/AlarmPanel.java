package org.tenuto.alarm;

/**
 * Which alarm conditions are present, and which persist because they latch until staff acknowledge
 * them. Loop thread only; allocates nothing.
 */
public final class AlarmPanel {

  private static final AlarmCondition[] CONDITIONS = AlarmCondition.values();

  private long presentBits;
  private long latchedBits;

  /** Sets whether a condition's cause is present now. Returns whether it became active by this. */
  public boolean set(AlarmCondition condition, boolean present) {
    boolean wasActive = isActive(condition);
    if (present) {
      presentBits |= condition.bit();
      if (condition.latching()) {
        latchedBits |= condition.bit();
      }
    } else {
      presentBits &= ~condition.bit();
    }
    return !wasActive && present;
  }

  /** Staff acknowledge: latched conditions whose cause is gone are over. Present ones stay. */
  public void acknowledge() {
    latchedBits &= presentBits;
  }

  /** Whether its cause is present now. */
  public boolean isPresent(AlarmCondition condition) {
    return (presentBits & condition.bit()) != 0;
  }

  /** Whether its cause is present, or it latched and was not acknowledged. */
  public boolean isActive(AlarmCondition condition) {
    return (activeBits() & condition.bit()) != 0;
  }

  /** Whether an active condition forbids delivery. */
  public boolean forbidsDelivery() {
    for (AlarmCondition condition : CONDITIONS) {
      if (condition.effect() != AlarmCondition.Effect.NONE && isActive(condition)) {
        return true;
      }
    }
    return false;
  }

  /** Active conditions, bit n for the ordinal n. */
  public long activeBits() {
    return presentBits | latchedBits;
  }

  /** Conditions whose cause is present now, bit n for the ordinal n. */
  public long presentBits() {
    return presentBits;
  }
}
