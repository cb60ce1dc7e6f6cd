package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

      ward.post("reset", Map.of());
      ward.awaitState("IDLE");
      Rest.since(returnedNs, device.truth());
    }
  }
}
