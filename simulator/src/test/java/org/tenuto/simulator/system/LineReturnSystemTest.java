package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cable that is pulled while infusing and plugged in again: heard, but nothing moves by itself.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LineReturnSystemTest {

  @TempDir private Path dir;

  @Test
  void aReturnedLineMovesNothingUntilStaffResetTheFault() throws Exception {
    try (Device device = new Device(dir)) {
      Tenuto simulator = device.startSimulator();
      Tenuto executor = device.startExecutor();
      Ward ward = Device.at(device.startStation());
      ward.infuse(Ward.USUAL_ORDER, device.truth());
      simulator.kill9();
      ward.awaitState("FAULT");

      long returnedNs = System.nanoTime();
      device.startSimulator();
      executor.awaitLine("pump line " + dir.resolve("pump") + ": open again");
      await("the simulator has lived on for longer than the driver rests")
          .atMost(Tenuto.LONG)
          .until(
              () ->
                  Truth.read(device.truth()).last().monoNs()
                      > returnedNs + Duration.ofSeconds(5).toNanos());
      Rest.since(returnedNs, device.truth());
      assertThat(ward.state()).isEqualTo("FAULT");
      assertThat(ward.alarmed("PUMP_LINE_LOST")).isTrue();

      await("reset").atMost(Tenuto.LONG).until(() -> isReset(ward));
      ward.awaitState("IDLE");
      Rest.since(returnedNs, device.truth());
    }
  }

  /**
   * The pump lives on behind a broken line. Where it is back before the pump's own watchdog, the
   * pump still moves: the first that it hears is that it has to stop.
   */
  @ParameterizedTest
  @ValueSource(strings = {"3.3s", "7s"})
  void aPumpBehindABrokenLineIsStoppedAndStaysSo(String back) throws Exception {
    try (Device device = new Device(dir)) {
      device.startSimulator(
          "--fault", "line-cut@delivering+3s", "--fault", "line-back@delivering+" + back);
      Tenuto executor = device.startExecutor();
      Ward ward = Device.at(device.startStation());
      ward.infuse(Ward.USUAL_ORDER, device.truth());
      long cutNs =
          Truth.read(device.truth()).firstMoving().orElseThrow().monoNs() + 3_000_000_000L;
      executor.awaitLine("pump line " + dir.resolve("pump") + ": open again");
      Rest.within(Duration.ofSeconds(2), cutNs, device.truth());
      assertThat(ward.state()).isEqualTo("FAULT");
      assertThat(ward.alarmed("PUMP_LINE_LOST")).isTrue();
      requireBracketed(ward.status().path("delivery"), device.truth());

      long resetNs = System.nanoTime();
      await("reset").atMost(Tenuto.LONG).until(() -> isReset(ward));
      ward.awaitState("IDLE");
      Rest.since(resetNs, device.truth());
      ward.infuse(Ward.SHORT_ORDER, device.truth());
      ward.awaitState("COMPLETE");
    }
  }

  /** Refused until the pump is confirmed stopped. */
  private static boolean isReset(Ward ward) throws InterruptedException {
    try {
      ward.post("reset", Map.of());
      return true;
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("CAUSE_PRESENT");
      return false;
    }
  }

  private static void requireBracketed(JsonNode delivery, Path truth) {
    long truthNl = Truth.read(truth).last().deliveredNl();
    assertThat(delivery.path("atLeast").path("value").asLong()).isLessThanOrEqualTo(truthNl);
    assertThat(delivery.path("atMost").path("value").asLong())
        .isGreaterThanOrEqualTo(truthNl - Judge.INCREMENT_NL);
  }
}
