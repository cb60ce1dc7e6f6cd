package org.tenuto.simulator.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenuto.journal.Anchor;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStore;

/**
 * A modelled disk as one process has it open, of no use to anybody once that process is dead; or as
 * somebody reads it who stands outside, whoever lives, and whose reading counts as no operation.
 */
final class ModelledStore implements RecordStore {

  private static final int OUTSIDE = -1;

  private final ModelledDisk disk;
  private final DiskContent content;
  private final int deathsAtOpening;
  private boolean failed;

  ModelledStore(ModelledDisk disk, DiskContent content, int deathsAtOpening) {
    this.disk = disk;
    this.content = content;
    this.deathsAtOpening = deathsAtOpening;
  }

  /** To be read by who looks from outside. */
  static ModelledStore outside(ModelledDisk disk, DiskContent content) {
    return new ModelledStore(disk, content, OUTSIDE);
  }

  private boolean isOutside() {
    return deathsAtOpening == OUTSIDE;
  }

  @Override
  public void append(List<JournalRecord> records, Map<String, Long> cursors)
      throws JournalException {
    write(() -> disk.append(records, cursors));
  }

  private interface Writing {
    void write() throws JournalException;
  }

  private void write(Writing writing) throws JournalException {
    requireAlive();
    if (isOutside()) {
      throw new IllegalStateException("the record is written by somebody outside");
    }
    if (failed) {
      throw new JournalException(Reason.IO, "journal: nothing more after a write that failed");
    }
    failed = true;
    writing.write();
    failed = false;
  }

  @Override
  public void prune(JournalRecord note, Anchor anchor) throws JournalException {
    write(() -> disk.prune(note, anchor));
  }

  @Override
  public Anchor anchor() throws JournalException {
    requireAlive();
    return content.anchor();
  }

  @Override
  public long usedBytes() throws JournalException {
    return read().usedBytes();
  }

  private void requireAlive() {
    if (!isOutside() && !disk.isAlive(deathsAtOpening)) {
      StationDeath.strike("the record is asked by a station that is dead");
    }
  }

  /** What is written, once the disk has let itself be read. */
  private DiskContent read() throws JournalException {
    requireAlive();
    if (!isOutside()) {
      disk.requireNoTrip();
    }
    return content;
  }

  @Override
  public List<JournalRecord> after(long seq, int limit) throws JournalException {
    return read().after(seq, limit);
  }

  @Override
  public List<JournalRecord> wireAfter(long wireSeq, int limit) throws JournalException {
    return read().wireAfter(wireSeq, limit);
  }

  @Override
  public Optional<JournalRecord> last() throws JournalException {
    return read().last();
  }

  @Override
  public Optional<JournalRecord> lastWire() throws JournalException {
    return read().lastWire();
  }

  @Override
  public Optional<JournalRecord> lastOf(String type) throws JournalException {
    return read().before(Long.MAX_VALUE, 1, r -> r.type().equals(type)).stream().findFirst();
  }

  @Override
  public Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException {
    return read()
        .before(Long.MAX_VALUE, 1, r -> r.type().equals(type) && r.bootId() == bootId)
        .stream()
        .findFirst();
  }

  @Override
  public List<JournalRecord> ofTypesBefore(List<String> types, long seq, int limit)
      throws JournalException {
    return read().before(seq, limit, r -> types.contains(r.type()));
  }

  @Override
  public long highestSeq() throws JournalException {
    return read().highestSeq();
  }

  @Override
  public long cursor(String name) throws JournalException {
    return read().cursor(name);
  }

  @Override
  public void close() {
    disk.closed(this);
  }
}
