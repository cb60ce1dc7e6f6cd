package org.tenuto.station;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tenuto.telemetry.TelemetryThread;

/**
 * The threads of a station process, one for each part: a slow disk must not keep telemetry waiting,
 * and neither may look like a standstill.
 */
final class StationThreads {

  private final RecordKeeper keeper;
  private final Standstill standstill;
  private final StationClock clock;
  private final Thread record = new Thread(this::keepRecord, "record");
  private final @Nullable TelemetryThread telemetry;
  private volatile boolean closing;

  StationThreads(StationWork work, StationClock clock) {
    this.keeper = work.keeper();
    this.standstill = work.standstill();
    this.clock = clock;
    var publisher = work.publisher();
    this.telemetry = publisher == null ? null : new TelemetryThread(publisher, clock::nowNs);
  }

  void start() {
    Thread.ofPlatform().daemon().name("standstill").start(this::lookForStandstill);
    record.start();
    if (telemetry != null) {
      telemetry.start();
    }
  }

  private void lookForStandstill() {
    while (!closing) {
      standstill.look(clock.nowNs());
      LockSupport.parkNanos(StationWork.LOOK_NS);
    }
  }

  /** A round as soon as there is something to do, and each 10 ms. */
  private void keepRecord() {
    try {
      while (!closing) {
        keeper.awaitJob(RecordKeeper.ROUND_NS);
        keeper.round(clock.nowNs());
      }
    } catch (InterruptedException e) {
      keeper.fail(e); // a record that nobody keeps has failed
    }
  }

  /** After this nobody but the caller steps the keeper. */
  void endRecord() throws InterruptedException {
    closing = true;
    record.join();
  }

  /** Has the publisher say the last events and OFFLINE; within seven seconds. */
  void endTelemetry() {
    if (telemetry != null) {
      telemetry.close();
    }
  }
}
