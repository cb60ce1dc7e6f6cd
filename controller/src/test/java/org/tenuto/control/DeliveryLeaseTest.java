package org.tenuto.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryLeaseTest {

  private static final long S = 1_000_000_000;

  private final DeliveryLease lease = new DeliveryLease(4 * S);

  @Test
  void isNotHeldBeforeTheFirstHeartbeat() {
    lease.look(0, 10 * S);
    assertThat(lease.isHeld(10 * S)).isFalse();
  }

  @Test
  void isHeldForFourSecondsAfterAHeartbeat() {
    lease.look(1, 10 * S);
    lease.look(1, 13 * S);
    assertThat(lease.isHeld(14 * S - 1)).isTrue();
    assertThat(lease.isHeld(14 * S)).isFalse();
  }

  @Test
  void isRenewedByEachHeartbeat() {
    lease.look(1, 10 * S);
    lease.look(2, 13 * S);
    assertThat(lease.isHeld(16 * S)).isTrue();
  }
}
