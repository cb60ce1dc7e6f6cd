package org.tenuto.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tenuto.config.ConfigException;
import org.tenuto.config.ConfigFile;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;

/**
 * The executor's configuration.
 *
 * @param linkDir folder of the link files, in memory (tmpfs)
 * @param pumpModel model of the pump
 * @param pumpLine serial device
 * @param pumpBaud baud rate
 * @param libraries drug library files, each with its {@code .sig} beside it
 * @param trustedKeys files with the public keys that may have signed them
 * @param demoKeys the same for demonstration libraries, which only a demo takes
 * @param checks what the independent checks go by
 * @param cpu processor the loop is bound to; where the file names none, the last one
 */
public record ExecutorConfig(
    Path linkDir,
    String pumpModel,
    Path pumpLine,
    int pumpBaud,
    List<Path> libraries,
    List<Path> trustedKeys,
    List<Path> demoKeys,
    CheckThresholds checks,
    int cpu) {

  private static final int MAX_CPU = 1023;
  private static final int FACTORY_BAUD = 19_200;

  /** Reads a file; every fault in it is listed. */
  public static ExecutorConfig read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    var config =
        new ExecutorConfig(
            file.path("link.dir"),
            file.oneOf("pump.model", Set.of("ne1000")),
            file.path("pump.line"),
            file.integer("pump.baud", 300, FACTORY_BAUD, FACTORY_BAUD),
            file.paths("library.files"),
            file.paths("library.trusted_keys"),
            file.pathsOrNone("library.demo_keys"),
            CheckThresholds.of(threshold -> read(file, threshold)),
            file.integer("realtime.cpu", 0, MAX_CPU, lastCpu()));
    file.finish();
    return config;
  }

  private static int read(ConfigFile file, Threshold threshold) {
    String key = "checks." + threshold.key();
    return file.integer(key, threshold.lowest(), threshold.highest(), threshold.usual());
  }

  /** Interrupts are usually served by the first processor: the loop keeps away from it. */
  private static int lastCpu() {
    return Runtime.getRuntime().availableProcessors() - 1;
  }
}
