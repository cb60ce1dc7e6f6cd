package org.tenuto.control.check;

import java.util.function.ToIntFunction;

/**
 * One value of each {@link Threshold}. Immutable, any thread. Holds what it is given: whether that
 * is in range is for the configuration to say in words, and for the self-test to see again.
 */
public final class CheckThresholds {

  /** Nothing configured. */
  public static final CheckThresholds USUAL = of(Threshold::usual);

  private static final long NS_PER_MS = 1_000_000;
  private static final long NL_PER_UL = 1_000;

  private final int[] values;

  private CheckThresholds(int[] values) {
    this.values = values;
  }

  /** Asks for each threshold's value. */
  public static CheckThresholds of(ToIntFunction<Threshold> source) {
    Threshold[] thresholds = Threshold.values();
    int[] values = new int[thresholds.length];
    for (Threshold threshold : thresholds) {
      values[threshold.ordinal()] = source.applyAsInt(threshold);
    }
    return new CheckThresholds(values);
  }

  /** The same with one other value. */
  public CheckThresholds with(Threshold changed, int value) {
    return of(threshold -> threshold == changed ? value : get(threshold));
  }

  /** The value in force, in the threshold's own unit; {@link Threshold#OFF} if there is none. */
  public int get(Threshold threshold) {
    return values[threshold.ordinal()];
  }

  /** The value of a threshold in ms, as ns. */
  public long ns(Threshold inMs) {
    return get(inMs) * NS_PER_MS;
  }

  /** The value of a threshold in µL, as nL. */
  public long nl(Threshold inUl) {
    return get(inUl) * NL_PER_UL;
  }

  /** Whether every value may be in force. */
  public boolean valid() {
    for (Threshold threshold : Threshold.values()) {
      if (!threshold.allows(get(threshold))) {
        return false;
      }
    }
    return true;
  }
}
