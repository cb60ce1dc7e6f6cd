package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpState;
import org.tenuto.web.LiveView.Delivery;

class DeliveryTraceTest {

  private static final long RATE_NL_PER_H = 36_000_000;
  private static final long SECOND_NS = 1_000_000_000;

  private final DeliveryTrace trace = new DeliveryTrace();

  @Test
  void aLongOrderKeepsItsShapeInBoundedMemory() {
    for (int s = 0; s <= 14_400; s++) {
      trace.record(live(7, InfusionState.INFUSING, s * 10_000L), s * SECOND_NS);
    }

    JsonNode points = points(7);
    assertThat(points.size()).isBetween(100, 240);
    assertThat(points.get(0).get(0).asLong()).isZero();
    for (JsonNode point : points) {
      assertThat(point.get(1).asLong()).isEqualTo(point.get(0).asLong() * 10);
    }
  }

  @Test
  void anOrderFoundUnderWayIsTakenToHaveRunAtItsRate() {
    long elapsedMs = trace.record(live(7, InfusionState.INFUSING, 600_000), 5 * SECOND_NS);

    assertThat(elapsedMs).isEqualTo(60_000);
  }

  @Test
  void timeGoesOnInAPauseAndStopsAtTheEnd() {
    trace.record(live(7, InfusionState.INFUSING, 0), 0);

    assertThat(trace.record(live(7, InfusionState.PAUSED, 10_000), 20 * SECOND_NS))
        .isEqualTo(20_000);
    assertThat(trace.record(live(7, InfusionState.IDLE, 10_000), 30 * SECOND_NS)).isEqualTo(30_000);
    assertThat(trace.record(live(7, InfusionState.IDLE, 10_000), 90 * SECOND_NS)).isEqualTo(30_000);
  }

  @Test
  void anotherOrderBeginsAnew() {
    trace.record(live(7, InfusionState.INFUSING, 0), 0);
    trace.record(live(8, InfusionState.READY, 0), SECOND_NS);
    assertThat(points(8).size()).isZero();
    trace.record(live(8, InfusionState.INFUSING, 0), 2 * SECOND_NS);

    assertThat(points(8).size()).isEqualTo(1);
    assertThat(points(7).size()).isZero();
  }

  private JsonNode points(long nonce) {
    return trace.json(delivery(nonce, 0)).at("/points");
  }

  private static Delivery delivery(long nonce, long atLeastNl) {
    return new Delivery(
        nonce,
        0,
        1,
        144_000_000,
        atLeastNl,
        atLeastNl,
        1_000_000,
        70_000,
        RATE_NL_PER_H,
        RATE_NL_PER_H,
        500_000,
        10,
        false,
        List.of());
  }

  private static LiveView live(long nonce, InfusionState state, long atLeastNl) {
    return new LiveView(
        1,
        new LiveView.Executor(1, 1, true, 0),
        state,
        NotDeliveringReason.NONE,
        PumpState.RUNNING,
        delivery(nonce, atLeastNl),
        null,
        null,
        null,
        List.of(),
        0,
        List.of(),
        false,
        false,
        "",
        LiveView.Telemetry.OFF);
  }
}
