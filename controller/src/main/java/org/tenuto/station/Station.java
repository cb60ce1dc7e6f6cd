package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.config.Build;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.journal.StationStopped;
import org.tenuto.telemetry.TelemetryConfig;
import org.tenuto.telemetry.TelemetryPublisher;
import org.tenuto.web.DeviceServer;
import org.tenuto.web.LiveView;

/** A running station: its parts in the order they start, stopped in reverse. */
final class Station implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Station.class);

  private final Journal journal;
  private final StationLink link;
  private final RecordKeeper keeper;
  private final DoseHistory history;
  private final @Nullable JournalFeed feed;
  private final @Nullable TelemetryPublisher publisher;
  private final DeviceServer server;

  private Station(
      StationConfig settings, Journal journal, StationLink link, DrugLibrary library, boolean demo)
      throws IOException, JournalException {
    this.journal = journal;
    this.link = link;
    var memory = new DeviceMemory();
    history = DoseHistory.load(settings.journal());
    var executor = new ExecutorWatch(link, settings.journal(), memory);
    executor.committed(journal.lastWireSeq());
    keeper = new RecordKeeper(journal, link, executor, memory, history);
    if (settings.broker().isEmpty()) {
      feed = null;
      publisher = null;
    } else {
      feed = new JournalFeed(journal, settings.journal(), executor::lastWireSeq);
      publisher =
          new TelemetryPublisher(
              TelemetryConfig.of(settings.broker(), settings.site(), settings.device()),
              feed,
              new TelemetryViews(link, keeper, memory, library.hash(), demo),
              InstantSource.system());
    }
    var views = new LiveViews(link, keeper, memory, history, kinds(library), this::telemetry);
    server =
        DeviceServer.start(
            settings.webPort(),
            new StationDesk(link, keeper, views, history, library, settings.staffId()));
  }

  /** Whether its drugs are for demonstrations, or not, or some are. */
  private static Set<Boolean> kinds(DrugLibrary library) {
    return library.drugs().stream().map(DrugEntry::demo).collect(Collectors.toSet());
  }

  /** Starts every part, or none: what was opened is closed again. */
  static Station start(StationConfig settings, String configuration, boolean demo)
      throws IOException, LibraryRefusedException, JournalException {
    DrugLibrary library =
        DrugLibrary.load(
            LibraryFiles.read(settings.libraries()),
            LibraryFiles.readKeys(settings.trustedKeys(), settings.demoKeys()),
            demo);
    Files.createDirectories(settings.journal().toAbsolutePath().getParent());
    Journal journal = Journal.open(settings.journal());
    try {
      long bootId = new SecureRandom().nextLong(1, Long.MAX_VALUE);
      StationLink link = StationLink.open(settings.linkDir(), bootId);
      Station station = new Station(settings, journal, link, library, demo);
      station.history.heard(
          journal.append(started(bootId, configuration, library.hash())));
      station.run();
      return station;
    } catch (IOException | JournalException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private void run() {
    keeper.start();
    if (publisher != null) {
      publisher.start();
    }
  }

  private static Entry started(long bootId, String configuration, String libraryHash) {
    long nowNs = System.nanoTime();
    Instant wall = Instant.now();
    var message =
        StationStarted.newBuilder()
            .setStationBootId(bootId)
            .setBuild(Build.text())
            .setJdk(
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"))
            .setConfiguration(configuration)
            .setLibraryHash(libraryHash)
            .setBoardBootId(ClockWatch.boardBootId())
            .build();
    return Entry.publishable(
        bootId, nowNs, wall, message, WireForm.stationStarted(Build.text(), nowNs, wall));
  }

  private LiveView.Telemetry telemetry() {
    if (publisher == null) {
      return LiveView.Telemetry.OFF;
    }
    return publisher.state().connected()
        ? LiveView.Telemetry.CONNECTED
        : LiveView.Telemetry.DISCONNECTED;
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
      keeper.note(stopped());
      keeper.finish();
    } catch (JournalException e) {
      LOG.error("the last records could not be kept", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (publisher != null) {
      publisher.close();
    }
    try (journal;
        feed) {
      LOG.debug("closing the record");
    } catch (JournalException e) {
      LOG.error("the record did not close in good order", e);
    }
  }

  private Entry stopped() {
    long nowNs = System.nanoTime();
    Instant wall = Instant.now();
    var message =
        StationStopped.newBuilder().setStationBootId(link.bootId()).setCause("told to end").build();
    return Entry.publishable(
        link.bootId(), nowNs, wall, message, WireForm.stationStopped(nowNs, wall));
  }
}
