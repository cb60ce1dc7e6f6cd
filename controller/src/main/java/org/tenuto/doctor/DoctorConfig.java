package org.tenuto.doctor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tenuto.config.ConfigFile;
import org.tenuto.executor.ExecutorConfig;
import org.tenuto.station.StationConfig;

/**
 * What the board is asked to hold, from the file of one of the two processes or from none.
 *
 * @param linkDir folder of the link
 * @param loopCpu processor of the loop
 * @param line serial line; only an executor's file names one, and not for a stepper
 * @param journal file of the record; only a station's file names one
 * @param broker broker; null without a station's file, empty where that names none
 */
record DoctorConfig(
    Path linkDir,
    int loopCpu,
    @Nullable Path line,
    @Nullable Path journal,
    @Nullable String broker) {

  private static final Path USUAL_LINK = Path.of("/dev/shm/tenuto");

  /** Without a file: what any board needs. */
  static DoctorConfig none() {
    return new DoctorConfig(USUAL_LINK, lastCpu(), null, null, null);
  }

  /** Reads either file whole, as its process would: a file that would not start is a fault here. */
  static DoctorConfig read(Path path) throws ConfigException {
    if (!ConfigFile.read(path).text("pump.model", "").isEmpty()) {
      ExecutorConfig executor = ExecutorConfig.read(path);
      Path line = executor.stepper() == null ? executor.pumpLine() : null;
      return new DoctorConfig(executor.linkDir(), executor.cpu(), line, null, null);
    }
    StationConfig station = StationConfig.read(path);
    return new DoctorConfig(
        station.linkDir(), lastCpu(), null, station.journal(), station.broker());
  }

  private static int lastCpu() {
    return Runtime.getRuntime().availableProcessors() - 1;
  }
}
