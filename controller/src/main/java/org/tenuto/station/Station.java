package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.config.ConfigException;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.link.StationLink;
import org.tenuto.proto.tls.BrokerTls;
import org.tenuto.proto.tls.TlsFiles;
import org.tenuto.telemetry.Broker;
import org.tenuto.telemetry.MqttBroker;
import org.tenuto.telemetry.TelemetryConfig;
import org.tenuto.web.DeviceServer;

/** A running station: its work, its threads and the page, stopped in reverse. */
final class Station implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Station.class);

  private final StationWork work;
  private final StationThreads threads;
  private final DeviceServer server;

  private Station(StationWork work, StationThreads threads, DeviceServer server) {
    this.work = work;
    this.threads = threads;
    this.server = server;
  }

  /** Starts every part, or none: what was opened is closed again. */
  static Station start(StationConfig settings, String configuration, boolean demo)
      throws IOException, LibraryRefusedException, JournalException, ConfigException {
    List<TrustedKey> keys = LibraryFiles.readKeys(settings.trustedKeys(), settings.demoKeys());
    DrugLibrary library =
        DrugLibrary.load(LibraryFiles.read(settings.libraries()), keys, demo);
    ObservationSection observes = settings.observation();
    ObservationRules observation = observes == null ? null : observes.load(keys, demo);
    Files.createDirectories(settings.journal().toAbsolutePath().getParent());
    Journal journal = Journal.open(settings.journal());
    try {
      // Only who has the record may take the link away from the station before.
      long bootId = new SecureRandom().nextLong(1, Long.MAX_VALUE);
      RecordPruning.atStart(settings, journal, bootId, new BoardClock());
      StationLink link = StationLink.open(settings.linkDir(), bootId);
      BoardClock clock = new BoardClock();
      return start(
          settings,
          new StationSetup(
              journal,
              link,
              broker(settings, clock),
              clock,
              library,
              demo,
              settings.sessionRules(),
              observation,
              "",
              configuration));
    } catch (IOException | JournalException | ConfigException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private static @Nullable Broker broker(StationConfig settings, StationClock clock)
      throws IOException {
    if (settings.broker().isEmpty()) {
      return null;
    }
    TlsFiles files = settings.tls();
    BrokerTls tls = files == null ? null : BrokerTls.read(files);
    if (tls != null) {
      tls.warnings(clock.wall()).forEach(LOG::warn);
    }
    return new MqttBroker(
        TelemetryConfig.of(settings.broker(), settings.site(), settings.device(), tls));
  }

  private static Station start(StationConfig settings, StationSetup setup)
      throws IOException, JournalException, ConfigException {
    var work = new StationWork(setup);
    var threads = new StationThreads(work, setup.clock());
    var staff = StationStaff.of(settings.staff(), setup, work);
    var server = DeviceServer.start(settings.webPort(), new StationDesk(work, staff));
    work.begin();
    threads.start();
    return new Station(work, threads, server);
  }

  /** Where to point the browser. */
  String url() {
    return server.url();
  }

  /** Ends in good order: no more requests, the last records, OFFLINE to the broker. */
  @Override
  public void close() {
    server.close();
    try {
      threads.endRecord();
      work.keepLastRecords();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.endTelemetry();
    work.closeRecord();
  }
}
