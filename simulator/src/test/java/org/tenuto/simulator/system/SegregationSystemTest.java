package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that moves the plunger has no web, MQTT, SQL or protobuf code in it: judged by every
 * class it loads in an infusion, as the launcher starts it. The station beside it has all of that,
 * so the same judgement finds it there.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SegregationSystemTest {

  @TempDir private Path dir;

  @Test
  void theExecutorLoadsNothingThatIsTheStations() throws Exception {
    Path executorLog = dir.resolve("executor-classes.log");
    Path stationLog = dir.resolve("station-classes.log");
    try (Device device = new Device(dir)) {
      device.startSimulator();
      try (Tenuto executor =
              Tenuto.start(
                  dir,
                  LoadedClasses.logTo(executorLog),
                  "executor",
                  "--config",
                  device.executorConfig().toString(),
                  "--demo");
          Tenuto station =
              Tenuto.start(
                  dir,
                  LoadedClasses.logTo(stationLog),
                  "station",
                  "--config",
                  device.stationConfig().toString(),
                  "--demo")) {
        executor.awaitLine("executor ready");
        Ward ward = Device.at(station);
        ward.infuse(Ward.USUAL_ORDER, device.truth());
        ward.post("stop", Map.of());
        ward.awaitState("IDLE");
        assertThat(executor.stop().exitCode()).isIn(0, 143);
        station.stop();
      }
    }
    LoadedClasses executor = LoadedClasses.read(executorLog);
    assertThat(executor.names()).contains("org.tenuto.control.ControlCycle");
    assertThat(executor.forbidden()).isEmpty();
    TreeSet<String> allButMqtt = new TreeSet<>(LoadedClasses.kinds());
    allButMqtt.remove("MQTT"); // this station publishes nothing
    assertThat(LoadedClasses.read(stationLog).forbidden()).containsAll(allButMqtt);
  }
}
