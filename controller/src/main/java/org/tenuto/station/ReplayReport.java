package org.tenuto.station;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** What came of a replay, for people and for programs. */
@NullMarked
final class ReplayReport {

  private final List<ReplayedBoot> boots;
  private final boolean chainVerified;

  ReplayReport(List<ReplayedBoot> boots, boolean chainVerified) {
    this.boots = boots;
    this.chainVerified = chainVerified;
  }

  String text() {
    if (boots.isEmpty()) {
      return "no executor is on record\n";
    }
    var text = new StringBuilder();
    boots.forEach(boot -> add(text, boot));
    return text.append(verdict()).append('\n').toString();
  }

  private String verdict() {
    long compared = boots.stream().filter(boot -> boot.notComparable() == null).count();
    long alike = boots.stream().filter(ReplayedBoot::alike).count() - (boots.size() - compared);
    if (compared == 0) {
      return "nothing to compare";
    } else if (alike < compared) {
      return alike + " of " + compared + " executors decided the same";
    }
    return compared == boots.size()
        ? "every decision the same"
        : "every decision the same, of " + compared + " of " + boots.size() + " executors";
  }

  private static void add(StringBuilder text, ReplayedBoot boot) {
    text.append(
        String.format(
            Locale.ROOT,
            "executor %016x, %s to %s%s%n",
            boot.bootId(),
            Instant.ofEpochMilli(boot.firstWallMs()),
            Instant.ofEpochMilli(boot.lastWallMs()),
            boot.build().isEmpty() ? "" : ", " + boot.pump() + ", " + boot.build()));
    if (boot.notComparable() != null) {
      text.append("  not comparable: ").append(boot.notComparable()).append('\n');
      return;
    }
    text.append(
        String.format(
            Locale.ROOT, "  %,d cycles, %,d events the same", boot.cycles(), boot.same()));
    if (boot.notCompared() > 0) {
      text.append(", ").append(boot.notCompared()).append(" after the recording's end");
    }
    text.append('\n');
    if (boot.difference() != null) {
      text.append("  DIFFERS: ").append(boot.difference()).append('\n');
    }
  }

  String json() {
    var out = new JsonText();
    out.number("same", Boolean.toString(boots.stream().allMatch(ReplayedBoot::alike)))
        .number("chain_verified", Boolean.toString(chainVerified))
        .openList("executors");
    for (ReplayedBoot boot : boots) {
      out.openElement()
          .text("boot_id", String.format(Locale.ROOT, "%016x", boot.bootId()))
          .text("build", boot.build())
          .text("pump", boot.pump())
          .text("from", Instant.ofEpochMilli(boot.firstWallMs()).toString())
          .text("to", Instant.ofEpochMilli(boot.lastWallMs()).toString())
          .number("cycles", Long.toString(boot.cycles()))
          .number("events_same", Long.toString(boot.same()))
          .number("events_not_compared", Long.toString(boot.notCompared()))
          .number("same", Boolean.toString(boot.alike()));
      if (boot.difference() != null) {
        out.text("difference", boot.difference());
      }
      if (boot.notComparable() != null) {
        out.text("not_comparable", boot.notComparable());
      }
      out.close();
    }
    return out.closeList().end();
  }
}
