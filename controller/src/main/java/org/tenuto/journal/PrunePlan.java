package org.tenuto.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException.Reason;

/**
 * Which records may be let go: the oldest, in one piece, up to the first that must stay. What is
 * not exported stays, what may leave the device and has not been acknowledged by the broker, an
 * order that is not over and those started last, an intent without an answer, the last station's
 * beginning and the last executor's last word, from which the next ones go on, and everything of
 * the last two days, for which doses count.
 *
 * @param anchor what the first record that stays will follow
 * @param fromSeq first record that goes
 * @param cause why they may go, in plain words
 * @param kept why the first that stays has to, in plain words
 * @param unfinished whether an order is not over
 * @param exportSha256 SHA-256 of the last export that has them, lower-case hex; empty if none go
 */
public record PrunePlan(
    Anchor anchor,
    long fromSeq,
    String cause,
    String kept,
    boolean unfinished,
    String exportSha256) {

  private static final int PAGE = 500;
  private static final long DAY_MS = 86_400_000;
  private static final long BYTES_PER_MIB = 1 << 20;

  /** Once the disk is too full a tenth is freed, so that not every start has to. */
  private static final double FILLED_AGAIN = 0.9;

  /**
   * How it stands with the journal's copies.
   *
   * @param mark what was exported; null for nothing
   * @param telemetry whether the device has a broker, which must have acknowledged what may leave
   * @param nowMs wall time, ms since 1970
   */
  public record Copies(@Nullable ExportMark mark, boolean telemetry, long nowMs) {}

  /** How many records go. */
  public long count() {
    return anchor.firstSeq() - fromSeq;
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  /**
   * Plans it; changes nothing.
   *
   * @throws JournalException if it can't be read, or is broken: then nothing may go
   */
  static PrunePlan of(RecordStore store, Retention retention, Copies copies)
      throws JournalException {
    Anchor present = store.anchor();
    Optional<JournalRecord> last = store.last();
    KeptRecords kept = KeptRecords.in(store, retention, copies);
    long bySize = last.isEmpty() ? 0 : bySize(store, present, last.get().seq(), retention);
    long oldMs = copies.nowMs() - retention.keepDays() * DAY_MS;
    long youngMs = copies.nowMs() - Retention.LEAST_DAYS * DAY_MS;
    Chain chain = present.chain();
    String why = kept.why();
    List<JournalRecord> page = store.after(chain.seq(), PAGE);
    boolean more = true;
    while (!page.isEmpty() && more) {
      for (JournalRecord record : page) {
        boolean old = record.wallMs() < oldMs;
        boolean tooMany = record.seq() - present.firstSeq() < bySize;
        if (more && record.seq() < kept.fromSeq()) {
          why = young(record, old, tooMany, youngMs);
        }
        more = more && record.seq() < kept.fromSeq() && why.isEmpty();
        chain = more ? chain.after(record) : chain;
      }
      page = more ? store.after(chain.seq(), PAGE) : page;
    }
    return made(store, present, chain, bySize, kept, why.isEmpty() ? kept.why() : why, copies);
  }

  private static String young(JournalRecord record, boolean old, boolean tooMany, long youngMs) {
    if (!old && !tooMany) {
      return "record " + record.seq() + " is young enough, and there is room";
    }
    return record.wallMs() < youngMs
        ? ""
        : "record " + record.seq() + " is not " + Retention.LEAST_DAYS + " days old";
  }

  private static PrunePlan made(
      RecordStore store,
      Anchor present,
      Chain chain,
      long bySize,
      KeptRecords kept,
      String why,
      Copies copies)
      throws JournalException {
    Anchor anchor = new Anchor(chain.seq() + 1, chain.hash(), chain.wireSeq(), chain.wireHash());
    ExportMark mark = copies.mark();
    boolean some = anchor.firstSeq() > present.firstSeq();
    if (some) {
      requireSound(store);
    }
    String cause = bySize > 0 ? "age and size" : "age";
    String sha256 = some && mark != null ? mark.sha256() : "";
    return new PrunePlan(anchor, present.firstSeq(), cause, why, kept.unfinished(), sha256);
  }

  /** How many of the oldest have to go for the rest to fit. */
  private static long bySize(RecordStore store, Anchor present, long lastSeq, Retention retention)
      throws JournalException {
    double used = store.usedBytes();
    double most = retention.maxMib() * (double) BYTES_PER_MIB;
    long count = lastSeq - present.firstSeq() + 1;
    return used <= most ? 0 : (long) Math.ceil(count * (1 - FILLED_AGAIN * most / used));
  }

  /** What is broken shows what was done to it only as long as all of it is there. */
  private static void requireSound(RecordStore store) throws JournalException {
    Verification.Break broken = ChainCheck.ofAll(store).broken();
    if (broken != null) {
      throw new JournalException(
          Reason.CORRUPT, "journal: " + broken.text() + "; nothing is pruned");
    }
  }
}
