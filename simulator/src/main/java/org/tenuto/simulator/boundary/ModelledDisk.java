package org.tenuto.simulator.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.Anchor;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStorage;
import org.tenuto.journal.RecordStore;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * A disk for one record, in memory: what is written, what of it is durable, and what goes wrong. An
 * append that returned is durable, as with SQLite's {@code synchronous=FULL}. One thread.
 *
 * <p>After a failed fsync the store believes nothing more. What was written then may turn up once
 * the record is opened again, or not, by seed: SQLite, too, finds it or does not. Where it turns up
 * we take it for durable with the next append; a real disk may even lose it later.
 *
 * <p>A slow disk does not wait: {@link #takeHeldNs} says how long the station would have, for the
 * session to hold it before its next turn.
 */
public final class ModelledDisk implements RecordStorage {

  private static final long NS_PER_MS = 1_000_000;

  private final PresentFaults present;
  private final RandomGenerator random;
  private final Tripwire tripwire;
  private final DiskContent content = new DiskContent();

  /** What a failed append left behind, to be found by the next who opens; null for nothing. */
  private @Nullable Runnable leftBehind;

  private boolean created;
  private @Nullable ModelledStore writer;
  private int deathsSeen;
  private int tearsSeen;
  private long heldNs;
  private boolean refused;
  private boolean powerLost;
  private long tornSeq;

  /** How often everybody died who had it open. */
  private int deaths;

  /**
   * An empty disk.
   *
   * @param present what goes wrong now
   * @param random what is left of what failed
   * @param tripwire counts openings, appends and reads
   */
  public ModelledDisk(PresentFaults present, RandomGenerator random, Tripwire tripwire) {
    this.present = present;
    this.random = random;
    this.tripwire = tripwire;
  }

  @Override
  public RecordStore toWrite() throws JournalException {
    requireNoTrip();
    if (present.has(FaultKind.DISK_READ_ONLY)) {
      throw new JournalException(Reason.READ_ONLY, "journal: a read-only disk");
    }
    if (!created && present.has(FaultKind.DISK_FULL)) {
      throw new JournalException(Reason.DISK_FULL, "journal: disk full");
    }
    if (writer != null) {
      throw new JournalException(Reason.IN_USE, "journal: open for writing already");
    }
    created = true;
    refused = false;
    find();
    writer = new ModelledStore(this, content, deaths);
    return writer;
  }

  @Override
  public RecordStore toRead() throws JournalException {
    requireNoTrip();
    if (!created) {
      throw new JournalException(Reason.MISSING, "journal: no such file");
    }
    return new ModelledStore(this, content, deaths);
  }

  /**
   * The same for who reads it from outside: whoever lives, whatever goes wrong, and without being
   * counted.
   */
  public RecordStorage fromOutside() {
    return new RecordStorage() {
      @Override
      public RecordStore toWrite() {
        throw new IllegalStateException("the record is written by somebody outside");
      }

      @Override
      public RecordStore toRead() throws JournalException {
        if (!created) {
          throw new JournalException(Reason.MISSING, "journal: no such file");
        }
        return ModelledStore.outside(ModelledDisk.this, content);
      }
    };
  }

  /** Whether the record with that sequence would survive a power cut. */
  public boolean isDurable(long seq) {
    return content.isDurable(seq);
  }

  /** The record of which a torn write left half; 0 for none. */
  public long tornSeq() {
    return tornSeq;
  }

  /** Whether it has refused something since somebody opened it to write. */
  public boolean hasRefused() {
    return refused;
  }

  /** Everybody who had it open has died; what was written is there. */
  public void processDies() {
    refused = false;
    deaths++;
    writer = null;
  }

  /**
   * The board loses its power: what is durable is there, and by seed what was written last, torn or
   * whole.
   */
  public void powerCut() {
    processDies();
    leftBehind = null;
    if (!content.isDurable() && random.nextBoolean()) {
      content.forgetTheRest();
      tornSeq = tornSeq > content.highestSeq() ? 0 : tornSeq;
    }
  }

  /** How long the disk took for what was asked since this was asked last, ns. */
  public long takeHeldNs() {
    long held = heldNs;
    heldNs = 0;
    return held;
  }

  void append(List<JournalRecord> records, Map<String, Long> cursors) throws JournalException {
    boolean trips = tripwire.trips();
    heldNs += present.size(FaultKind.DISK_SLOW) * NS_PER_MS;
    dieIfDue(records, cursors);
    WriteEnd end = tripwire.write();
    if (end == WriteEnd.TORN) {
      tear(records);
    }
    write(trips, end, () -> content.write(records, cursors));
  }

  /** Lets records go as one transaction: what dies or fails in it leaves all of it or nothing. */
  void prune(JournalRecord note, Anchor anchor) throws JournalException {
    boolean trips = tripwire.trips();
    if (present.begun(FaultKind.DISK_DEATH) != deathsSeen) {
      deathsSeen = present.begun(FaultKind.DISK_DEATH);
      if (random.nextBoolean()) {
        content.prune(note, anchor);
      }
      die();
    }
    write(trips, tripwire.write(), () -> content.prune(note, anchor));
  }

  private void write(boolean trips, @Nullable WriteEnd end, Runnable change)
      throws JournalException {
    if (end != null) {
      endAs(end, change);
    }
    refused = true;
    if (present.has(FaultKind.DISK_READ_ONLY)) {
      throw new JournalException(Reason.READ_ONLY, "journal: a read-only disk");
    }
    if (present.has(FaultKind.DISK_FULL)) {
      throw new JournalException(Reason.DISK_FULL, "journal: disk full");
    }
    if (trips || present.has(FaultKind.DISK_FSYNC)) {
      leftBehind = random.nextBoolean() ? change : null;
      throw new JournalException(Reason.IO, "journal: disk I/O error");
    }
    change.run();
    content.sync();
    refused = false;
  }

  /** Ends one that was chosen to go wrong. */
  private void endAs(WriteEnd end, Runnable change) throws JournalException {
    switch (end) {
      case DIES_BEFORE, TORN -> die();
      case DIES_WRITTEN -> {
        change.run();
        die();
      }
      case DIES_DURABLE -> {
        change.run();
        content.sync();
        die();
      }
      case POWER_LOST -> {
        change.run();
        powerLost = true;
        die();
      }
      case FSYNC_LOST, FSYNC_KEPT -> {
        refused = true;
        leftBehind = end == WriteEnd.FSYNC_KEPT ? change : null;
        throw new JournalException(Reason.IO, "journal: disk I/O error");
      }
      case FULL -> {
        refused = true;
        throw new JournalException(Reason.DISK_FULL, "journal: disk full");
      }
    }
  }

  /** Whether the board lost its power in a write, since this was asked last. */
  public boolean takePowerLost() {
    boolean lost = powerLost;
    powerLost = false;
    return lost;
  }

  private void dieIfDue(List<JournalRecord> records, Map<String, Long> cursors) {
    if (present.begun(FaultKind.DISK_DEATH) != deathsSeen) {
      deathsSeen = present.begun(FaultKind.DISK_DEATH);
      if (random.nextBoolean()) {
        content.write(records, cursors);
      }
      die();
    }
    if (present.begun(FaultKind.DISK_TORN) != tearsSeen) {
      tearsSeen = present.begun(FaultKind.DISK_TORN);
      tear(records);
      die();
    }
  }

  private void tear(List<JournalRecord> records) {
    content.write(torn(records), Map.of());
    tornSeq = records.isEmpty() ? tornSeq : content.highestSeq();
  }

  private void die() {
    processDies();
    StationDeath.strike("the station died while it wrote its record");
  }

  /** Some of the records, and half of the one after them. */
  private List<JournalRecord> torn(List<JournalRecord> records) {
    if (records.isEmpty()) {
      return records;
    }
    int whole = random.nextInt(records.size());
    List<JournalRecord> left = new ArrayList<>(records.subList(0, whole));
    JournalRecord r = records.get(whole);
    left.add(
        new JournalRecord(
            r.seq(),
            r.bootId(),
            r.monoNs(),
            r.wallMs(),
            r.type(),
            r.payload(),
            r.wire(),
            r.previousHash(),
            r.hash().substring(0, r.hash().size() / 2)));
    return left;
  }

  /** Counts an operation that has no other way to fail. */
  void requireNoTrip() throws JournalException {
    if (tripwire.trips()) {
      throw new JournalException(Reason.IO, "journal: disk I/O error");
    }
  }

  /** Whether whoever opened it after so many deaths is still alive. */
  boolean isAlive(int deathsAtOpening) {
    return deaths == deathsAtOpening;
  }

  void closed(ModelledStore store) {
    if (store == writer) {
      writer = null;
    }
  }

  private void find() {
    if (leftBehind != null) {
      leftBehind.run();
      leftBehind = null;
    }
  }
}
