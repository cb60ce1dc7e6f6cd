package org.tenuto.station;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tenuto.config.ConfigFile;
import org.tenuto.journal.Retention;
import org.tenuto.proto.tls.TlsFiles;
import org.tenuto.session.SessionRules;

/**
 * The station's configuration.
 *
 * @param site name of the site, in every telemetry topic
 * @param device name of this device, in every telemetry topic
 * @param staff who may sign in, and what it takes
 * @param linkDir folder of the link files, in memory (tmpfs)
 * @param webPort port of the device page on loopback; 0 for any
 * @param journal file of the record
 * @param retention for how long the record is kept
 * @param broker MQTT broker, e.g. {@code mqtts://broker:8883}; empty for no telemetry
 * @param tls files it takes to connect with {@code mqtts}; null with {@code mqtt}
 * @param libraries drug library files, each with its {@code .sig} beside it
 * @param trustedKeys files with the public keys that may have signed them
 * @param demoKeys the same for demonstration libraries, which only a demo takes
 * @param sessionRules steps of a therapy session this site asks for
 * @param observation how it observes; null for not at all
 */
public record StationConfig(
    String site,
    String device,
    StaffConfig staff,
    Path linkDir,
    int webPort,
    Path journal,
    Retention retention,
    String broker,
    @Nullable TlsFiles tls,
    List<Path> libraries,
    List<Path> trustedKeys,
    List<Path> demoKeys,
    SessionRules sessionRules,
    @Nullable ObservationSection observation) {

  private static final int MAX_PORT = 65_535;
  private static final int USUAL_PORT = 8_080;

  /** Reads a file; every fault in it is listed. */
  public static StationConfig read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    var config =
        new StationConfig(
            file.name("site"),
            file.name("device"),
            StaffConfig.read(file),
            file.path("link.dir"),
            file.integer("web.port", 0, MAX_PORT, USUAL_PORT),
            file.path("journal.file"),
            retention(file),
            file.text("telemetry.broker", ""),
            tls(file),
            file.paths("library.files"),
            file.paths("library.trusted_keys"),
            file.pathsOrNone("library.demo_keys"),
            SessionSection.read(file),
            ObservationSection.read(file));
    file.finish();
    return config;
  }

  private static Retention retention(ConfigFile file) {
    Retention usual = Retention.USUAL;
    return new Retention(
        file.integer(
            "journal.keep_days", Retention.LEAST_DAYS, Retention.MOST_DAYS, usual.keepDays()),
        file.integer("journal.max_mib", Retention.LEAST_MIB, Retention.MOST_MIB, usual.maxMib()),
        file.integer("journal.keep_sessions", 1, Retention.MOST_SESSIONS, usual.keepSessions()));
  }

  /** All three with {@code mqtts}; without it they are keys that nobody asks for. */
  private static @Nullable TlsFiles tls(ConfigFile file) {
    return file.text("telemetry.broker", "").startsWith("mqtts:")
        ? new TlsFiles(
            file.path("telemetry.authority"),
            file.path("telemetry.certificate"),
            file.path("telemetry.key"))
        : null;
  }
}
