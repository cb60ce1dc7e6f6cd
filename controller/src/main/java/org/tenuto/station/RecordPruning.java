package org.tenuto.station;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.journal.ExportMark;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.PrunePlan;
import org.tenuto.journal.PrunePlan.Copies;

/**
 * Lets old records go before a station begins, when no order is under way. What keeps it from doing
 * so is told by {@code journal prune}, and the station begins without.
 */
final class RecordPruning {

  private static final Logger LOG = LoggerFactory.getLogger(RecordPruning.class);

  private RecordPruning() {}

  /**
   * Prunes what may be.
   *
   * @throws JournalException if the disk fails in it: then nothing was let go, and nothing more can
   *     be put on record
   */
  static void atStart(StationConfig settings, Journal journal, long bootId, StationClock clock)
      throws JournalException {
    PrunePlan plan;
    try (JournalReader reader = journal.reader()) {
      ExportMark mark = ExportMark.read(settings.journal());
      Copies copies = new Copies(mark, !settings.broker().isEmpty(), clock.wallMs());
      plan = reader.planPruning(settings.retention(), copies);
    } catch (JournalException e) {
      LOG.error("no record was pruned: {}", e.getMessage());
      return;
    }
    if (plan.unfinished() || plan.isEmpty()) {
      LOG.debug("no record is pruned: {}", plan.kept());
      return;
    }
    var note = journal.prune(plan, bootId, clock.nowNs(), clock.wall(), "station");
    LOG.info(
        "records {}..{} pruned, record {} says so",
        plan.fromSeq(),
        plan.anchor().firstSeq() - 1,
        note.seq());
  }
}
