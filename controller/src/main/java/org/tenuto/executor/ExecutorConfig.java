package org.tenuto.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tenuto.config.ConfigFile;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.driver.newera.NewEraModel;

/**
 * The executor's configuration.
 *
 * @param linkDir folder of the link files, in memory (tmpfs)
 * @param pumpModel model of the pump
 * @param pumpLine serial device; nothing for a stepper
 * @param pumpBaud baud rate
 * @param stepper how a stepper pump is built; null for any other
 * @param libraries drug library files, each with its {@code .sig} beside it
 * @param trustedKeys files with the public keys that may have signed them
 * @param demoKeys the same for demonstration libraries, which only a demo takes
 * @param checks what the independent checks go by
 * @param panel lines of e-stop, buttons, lamps and buzzer
 * @param cpu processor the loop is bound to; where the file names none, the last one
 */
public record ExecutorConfig(
    Path linkDir,
    String pumpModel,
    Path pumpLine,
    int pumpBaud,
    @Nullable StepperSettings stepper,
    List<Path> libraries,
    List<Path> trustedKeys,
    List<Path> demoKeys,
    CheckThresholds checks,
    PanelSettings panel,
    int cpu) {

  private static final int MAX_CPU = 1023;
  private static final int FACTORY_BAUD = 19_200;
  private static final String STEPPER = "stepper";

  /** Reads a file; every fault in it is listed. */
  public static ExecutorConfig read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    String model = file.oneOf("pump.model", models());
    boolean stepper = model.equals(STEPPER);
    var config =
        new ExecutorConfig(
            file.path("link.dir"),
            model,
            stepper ? Path.of("") : file.path("pump.line"),
            stepper ? 0 : file.integer("pump.baud", 300, FACTORY_BAUD, FACTORY_BAUD),
            stepper ? StepperSettings.read(file) : null,
            file.paths("library.files"),
            file.paths("library.trusted_keys"),
            file.pathsOrNone("library.demo_keys"),
            CheckThresholds.of(threshold -> read(file, threshold)),
            PanelSettings.read(file),
            file.integer("realtime.cpu", 0, MAX_CPU, lastCpu()));
    file.finish();
    return config;
  }

  private static Set<String> models() {
    Set<String> models = new TreeSet<>(NewEraModel.codes());
    models.add(STEPPER);
    return models;
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
