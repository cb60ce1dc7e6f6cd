package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigFile;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.TrustedKey;
import org.tenuto.observation.Thresholds;

/**
 * The {@code [observation]} section of the station's configuration.
 *
 * @param thresholds file of limits, with its {@code .sig} beside it
 * @param autoPause whether the device pauses by itself for a confirmed reading
 * @param baseline whether an order is started only after the observations before it
 */
record ObservationSection(Path thresholds, boolean autoPause, boolean baseline) {

  /** Null where no limits are named: then nothing is observed, and other keys are faults. */
  static @Nullable ObservationSection read(ConfigFile file) {
    if (file.text("observation.thresholds", "").isEmpty()) {
      return null;
    }
    return new ObservationSection(
        file.path("observation.thresholds"),
        file.flag("observation.auto_pause", false),
        file.flag("observation.baseline", true));
  }

  /**
   * Reads the limits.
   *
   * @throws IllegalArgumentException if they are unsigned, altered or faulty: a line for each fault
   */
  ObservationRules load(List<TrustedKey> keys, boolean demo) throws IOException {
    var limits =
        Thresholds.load(LibraryFiles.read(List.of(thresholds)).getFirst(), keys, demo);
    return new ObservationRules(limits, autoPause, baseline);
  }
}
