package org.tenuto.simulator.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.RecordStorage;
import org.tenuto.link.LinkPlace;
import org.tenuto.link.StationLink;
import org.tenuto.session.SessionRules;
import org.tenuto.simulator.boundary.ModelledBroker;
import org.tenuto.simulator.boundary.ModelledDisk;
import org.tenuto.simulator.boundary.StationDeath;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.boundary.VirtualClock;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.record.Ending;
import org.tenuto.simulator.record.RecordJudge;
import org.tenuto.station.StationClock;
import org.tenuto.station.StationSetup;

/** Where stations boot, one after the other: their board's clocks, their disk, their broker. */
final class StationSite {

  private static final String STAFF = "rn-1";

  /** One digit of the NE-1000's counter in its finest unit below 10 mL, nL. */
  private static final long DIGIT_NL = 1_000;

  private final DrugLibrary library;
  private final ModelledDisk disk;
  private final ModelledBroker broker;
  private final BoardClock clock;
  private final PresentFaults present;
  private final RecordJudge judge;
  private long brokerSinceNs = Ending.NEVER;

  StationSite(
      DrugLibrary library,
      VirtualClock clock,
      PresentFaults present,
      SplittableRandom random,
      Tripwire tripwire) {
    this.library = library;
    this.present = present;
    this.clock = new BoardClock(clock);
    disk = new ModelledDisk(present, random.split(), tripwire);
    broker = new ModelledBroker(present, random.split(), tripwire);
    judge =
        new RecordJudge(
            disk.fromOutside(),
            disk::isDurable,
            disk::tornSeq,
            broker.received().events(),
            STAFF,
            DIGIT_NL);
    broker.watchedBy(judge::published);
  }

  /** Boots a station; null if it can't, e.g. for its disk. Whoever was there before is dead. */
  @Nullable StationProcess boot(LinkPlace place, long bootId) {
    disk.processDies();
    try {
      Journal journal = Journal.open(disk);
      var link = StationLink.open(place, bootId);
      var setup =
          new StationSetup(
              journal,
              link,
              broker,
              clock,
              library,
              true,
              SessionRules.NONE,
              null,
              STAFF,
              "# virtual\n");
      StationProcess started = new StationProcess(setup, disk);
      judge.stationStarted(ending(clock.nowNs(), 0, Ending.NEVER));
      return started;
    } catch (JournalException e) {
      judge.refused(e, clock.nowNs());
      disk.processDies();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      if (!(e instanceof StationDeath)) {
        throw e;
      }
      disk.processDies();
      return null;
    }
  }

  /** Lets the broker's time pass. */
  void advance(long nowNs) {
    broker.advance(nowNs);
    if (isBrokerIll()) {
      brokerSinceNs = Ending.NEVER;
    } else if (brokerSinceNs == Ending.NEVER) {
      brokerSinceNs = nowNs;
    }
  }

  private boolean isBrokerIll() {
    return present.has(FaultKind.BROKER_DOWN)
        || present.has(FaultKind.BROKER_SLOW)
        || present.has(FaultKind.BROKER_UNACKNOWLEDGING)
        || present.has(FaultKind.BROKER_HANGUP)
        || present.has(FaultKind.BROKER_REFUSAL);
  }

  /** The board loses its power, and with it what was not durable. */
  void powerCut() {
    disk.powerCut();
    clock.boots++;
  }

  /** The record, as who comes later finds it. */
  RecordStorage record() {
    return disk.fromOutside();
  }

  /** Whether the board lost its power while the record was written, since this was asked last. */
  boolean takePowerLost() {
    return disk.takePowerLost();
  }

  /** Somebody else hears too what is published, and when. */
  void heardBy(WireTap tap) {
    broker.watchedBy(
        envelope -> {
          judge.published(envelope);
          tap.published(clock.nowNs(), envelope);
        });
  }

  /** What is wrong with the record and with what was published is told to this judge. */
  RecordJudge judge() {
    return judge;
  }

  /** Whether the disk has refused what the station that lives wanted to write. */
  boolean recordRefused() {
    return disk.hasRefused();
  }

  /**
   * How it stands with the record and the broker.
   *
   * @param keptSinceNs since when a station has kept its record; see {@link Ending}
   */
  Ending ending(long nowNs, long executorBootId, long keptSinceNs) {
    return new Ending(nowNs, executorBootId, keptSinceNs, brokerSinceNs);
  }

  /** The session's clocks as a board's. */
  private static final class BoardClock implements StationClock {
    private final VirtualClock clock;
    private long boots = 1;

    BoardClock(VirtualClock clock) {
      this.clock = clock;
    }

    @Override
    public long nowNs() {
      return clock.nowNs();
    }

    @Override
    public long wallMs() {
      return clock.wallMs();
    }

    @Override
    public String boardBootId() {
      return "virtual-" + boots;
    }
  }
}
