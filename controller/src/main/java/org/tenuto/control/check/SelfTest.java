package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

/**
 * What must be true before an order can be taken. An item passes, waits or failed; one that waits
 * too long failed, and one that failed may still pass. Another item is another constant of {@link
 * Item} and its line in {@link #judge}.
 */
public final class SelfTest extends Check {

  private static final Item[] ITEMS = Item.values();
  private static final long NS_PER_S = 1_000_000_000;

  /** SHA-256 in hex. */
  private static final int HASH_LENGTH = 64;

  /** Tenuto is younger than 2026; a board that lost its clock starts in 1970. */
  private static final long EARLIEST_MS = 1_767_225_600_000L;

  /** 2100. */
  private static final long LATEST_MS = 4_102_444_800_000L;

  private final boolean library;
  private final boolean thresholds;
  private final long longestNs;
  private boolean begun;
  private long begunNs;
  private boolean passed;
  private long failedBits;

  /** What is tested; the order is part of the link's layout: add at the end. */
  public enum Item {
    PUMP("the pump is not confirmed stopped"),
    LIBRARY("no drug library"),
    THRESHOLDS("a limit of a check is out of range"),
    CLOCK("the wall clock is not set");

    private final String text;

    Item(String text) {
      this.text = text;
    }

    /** What is the case if it failed, in plain words. */
    public String text() {
      return text;
    }

    /** Its bit in a set of items. */
    public long bit() {
      return 1L << ordinal();
    }
  }

  private enum Outcome {
    PASSED,
    WAITS,
    FAILED
  }

  /**
   * Nothing tested yet.
   *
   * @param libraryHash drug library in force, SHA-256 hex; empty if there is none
   */
  public SelfTest(String libraryHash, CheckThresholds thresholds) {
    library = libraryHash.length() == HASH_LENGTH;
    this.thresholds = thresholds.valid();
    longestNs = thresholds.get(Threshold.SELF_TEST_S) * NS_PER_S;
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.SELF_TEST_FAILED;
  }

  @Override
  public boolean finds(Moment now) {
    passed = true;
    failedBits = 0;
    if (now.state != InfusionState.SELF_TEST) {
      begun = false;
      return false;
    }
    if (!begun) {
      begun = true;
      begunNs = now.nowNs;
    }
    boolean late = now.nowNs - begunNs > longestNs;
    for (Item item : ITEMS) {
      Outcome outcome = judge(item, now);
      passed &= outcome == Outcome.PASSED;
      if (outcome == Outcome.FAILED || (outcome == Outcome.WAITS && late)) {
        failedBits |= item.bit();
      }
    }
    return failedBits != 0;
  }

  private Outcome judge(Item item, Moment now) {
    return switch (item) {
      case PUMP -> now.reading.state == PumpState.STOPPED ? Outcome.PASSED : Outcome.WAITS;
      case LIBRARY -> library ? Outcome.PASSED : Outcome.FAILED;
      case THRESHOLDS -> thresholds ? Outcome.PASSED : Outcome.FAILED;
      case CLOCK -> clock(now);
    };
  }

  private static Outcome clock(Moment now) {
    if (!now.wallKnown) {
      return Outcome.WAITS;
    }
    boolean sane = EARLIEST_MS <= now.wallMs && now.wallMs < LATEST_MS;
    return sane ? Outcome.PASSED : Outcome.FAILED;
  }

  /** Whether every item passed in the present cycle; true outside the self-test. */
  public boolean passed() {
    return passed;
  }

  /** Items that failed in the present cycle, bit n for the ordinal n. */
  public long failedBits() {
    return failedBits;
  }
}
