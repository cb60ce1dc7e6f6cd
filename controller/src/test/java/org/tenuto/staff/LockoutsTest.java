package org.tenuto.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockoutsTest {

  private static final long MIN_NS = 60_000_000_000L;

  private final Lockouts lockouts = new Lockouts(id -> id.startsWith("rn"));

  private Lockouts.Wrong wrong(int times, long nowNs) {
    for (int i = 1; i < times; i++) {
      lockouts.wrong("rn-1", nowNs);
    }
    return lockouts.wrong("rn-1", nowNs);
  }

  @Test
  void fiveWrongPinsInARowLockForAMinute() {
    assertThat(wrong(4, 0)).isEqualTo(new Lockouts.Wrong(1, 0, 0));
    assertThat(lockouts.lockedNs("rn-1", 0)).isZero();

    assertThat(wrong(1, 10)).isEqualTo(new Lockouts.Wrong(0, 1, MIN_NS));
    assertThat(lockouts.lockedNs("rn-1", 10)).isEqualTo(MIN_NS);
    assertThat(lockouts.lockedNs("RN-1 ", 10)).as("the same person").isEqualTo(MIN_NS);
    assertThat(lockouts.lockedNs("rn-2", 10)).as("another").isZero();
    assertThat(lockouts.lockedNs("rn-1", 10 + MIN_NS - 1)).isEqualTo(1);
    assertThat(lockouts.lockedNs("rn-1", 10 + MIN_NS)).isZero();
  }

  @Test
  void eachFurtherLockoutIsTwiceAsLongUpTo64Minutes() {
    long nowNs = 0;
    for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 64, 64, 64}) {
      assertThat(wrong(5, nowNs).lockedNs()).isEqualTo(minutes * MIN_NS);
      nowNs += minutes * MIN_NS;
    }
  }

  @Test
  void aRightPinForgivesAll() {
    wrong(5, 0);
    lockouts.right("rn-1");

    assertThat(lockouts.lockedNs("rn-1", 1)).isZero();
    assertThat(wrong(1, 1).triesLeft()).isEqualTo(4);
    assertThat(wrong(4, 1).lockedNs()).isEqualTo(MIN_NS);
  }

  @Test
  void anIdNobodyHasIsCountedJustTheSame() {
    for (int i = 1; i < 5; i++) {
      assertThat(lockouts.wrong("ghost", 0).triesLeft()).isEqualTo(5 - i);
    }
    assertThat(lockouts.wrong("ghost", 0).lockedNs()).isEqualTo(MIN_NS);
  }

  @Test
  void noNumberOfUnknownIdsMakesALockoutForgotten() {
    wrong(5, 0);
    for (int i = 0; i < 10_000; i++) {
      lockouts.wrong("ghost-" + i, 0);
    }

    assertThat(lockouts.lockedNs("rn-1", 0)).isEqualTo(MIN_NS);
    assertThat(lockouts.wrong("ghost-0", 0).triesLeft()).as("forgotten").isEqualTo(4);
  }

  @Test
  void theRecordRestoresBoth() {
    lockouts.restoreLocked("rn-1", 3, MIN_NS, 100);
    lockouts.restoreWrong("rn-2", 4);

    assertThat(lockouts.lockedNs("rn-1", 100)).isEqualTo(MIN_NS);
    assertThat(lockouts.wrong("rn-2", 100).lockouts()).isEqualTo(1);
    assertThat(wrong(5, 100 + MIN_NS).lockedNs()).isEqualTo(8 * MIN_NS);
  }
}
