package org.tenuto.report;

import org.tenuto.proto.journal.Progress;
import org.tenuto.proto.journal.ReadBack;

/** One change of a running order: what was in force, what is, and how far it had come. */
final class ChangeBlock {

  private ChangeBlock() {}

  static void write(Html html, SessionFacts facts, OrderFacts.Change change) {
    ReadBack readBack = change.readBack();
    Progress progress = readBack.getProgress();
    ReadBack before = change.before();
    Times times = facts.span().times();
    html.facts();
    html.fact(
        "in force from",
        times.sinceStart(change.monoNs()) + ", " + times.day(change.monoNs()));
    html.fact("asked for by", Words.staff(readBack.getOrder().getStaffId()));
    html.fact("confirmed by", Words.staff(change.confirmedBy()));
    html.fact("before", before == null ? "not on record" : Words.program(before.getOrder()));
    html.fact("from then on", Words.program(readBack.getOrder()));
    html.fact(
        "when it was asked for",
        "in phase "
            + (progress.getPhase() + 1L)
            + ", of which at most "
            + Figures.volume(progress.getPhaseAtMostNl())
            + " were delivered, after "
            + Figures.duration(progress.getInfusedS())
            + " of infusing");
    html.fact("read-back", "SHA-256 " + readBack.getHash());
    html.end();
    ReadBackTable.write(html, readBack);
    OrderSection.findings(html, readBack.getFindingsList());
  }
}
