package org.tenuto.station;

import java.nio.file.Path;
import java.util.List;
import org.tenuto.config.ConfigException;
import org.tenuto.config.ConfigFile;

/**
 * The station's configuration.
 *
 * @param site name of the site, in every telemetry topic
 * @param device name of this device, in every telemetry topic
 * @param staffId who is on record for what is done on the page (sign-in: not yet)
 * @param linkDir folder of the link files, in memory (tmpfs)
 * @param webPort port of the device page on loopback; 0 for any
 * @param journal file of the record
 * @param broker MQTT broker, e.g. {@code mqtt://127.0.0.1:1883}; empty for no telemetry
 * @param libraries drug library files, each with its {@code .sig} beside it
 * @param trustedKeys files with the public keys that may have signed them
 * @param demoKeys the same for demonstration libraries, which only a demo takes
 */
public record StationConfig(
    String site,
    String device,
    String staffId,
    Path linkDir,
    int webPort,
    Path journal,
    String broker,
    List<Path> libraries,
    List<Path> trustedKeys,
    List<Path> demoKeys) {

  private static final int MAX_PORT = 65_535;
  private static final int USUAL_PORT = 8_080;

  /** Reads a file; every fault in it is listed. */
  public static StationConfig read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    var config =
        new StationConfig(
            file.name("site"),
            file.name("device"),
            file.name("staff_id"),
            file.path("link.dir"),
            file.integer("web.port", 0, MAX_PORT, USUAL_PORT),
            file.path("journal.file"),
            file.text("telemetry.broker", ""),
            file.paths("library.files"),
            file.paths("library.trusted_keys"),
            file.pathsOrNone("library.demo_keys"));
    file.finish();
    return config;
  }
}
