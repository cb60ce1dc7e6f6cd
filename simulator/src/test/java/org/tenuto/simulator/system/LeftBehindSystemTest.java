package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is still there of a station that was killed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeftBehindSystemTest {

  @TempDir private Path dir;
  @TempDir private Path temporary;

  /** One that is started and killed for days must not fill a small board's memory. */
  @Test
  void aKilledStationLeavesNothingInTheTemporaryFolder() throws Exception {
    try (Device device = new Device(dir)) {
      device.startSimulator();
      device.startExecutor();
      Tenuto station =
          device.startStation(
              Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary.toAbsolutePath()));
      assertThat(Device.at(station).url()).isNotEmpty();
      station.kill9();
    }
    assertThat(temporary).isEmptyDirectory();
  }
}
