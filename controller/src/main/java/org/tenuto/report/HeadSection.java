package org.tenuto.report;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.StationStarted;

/** The head: what happened in one line, where, when, on what. */
final class HeadSection {

  private HeadSection() {}

  static void write(Html html, SessionFacts facts) {
    Times times = facts.span().times();
    DeviceFacts device = facts.device();
    html.raw("<p class=\"result\">" + Html.escaped(facts.ending().text()) + "</p>");
    html.facts();
    html.fact("site, device", place(device));
    html.fact("Start", times.day(facts.span().startNs()));
    html.fact(facts.ending().isTold() ? "end" : "last heard of", end(facts));
    html.fact("wall clock", clock(facts));
    html.fact("pump", each(device.executors().stream().map(Booted::getPumpModel).toList()));
    html.fact("controller", executors(device));
    html.fact("station", stations(device));
    html.fact("drug library", libraries(facts));
    html.end();
  }

  private static String place(DeviceFacts device) {
    return place(device.configured("site"), "site not on record")
        + ", "
        + place(device.configured("device"), "device not on record");
  }

  private static String place(@Nullable String name, String missing) {
    return name == null ? missing : name;
  }

  private static String end(SessionFacts facts) {
    long endNs = facts.ending().endNs();
    Times times = facts.span().times();
    return endNs == 0
        ? "not on record"
        : times.day(endNs)
            + ", "
            + Figures.durationOfNs(endNs - facts.span().startNs())
            + " after Start by the monotonic clock";
  }

  private static String clock(SessionFacts facts) {
    List<DeviceFacts.Step> steps = facts.device().steps();
    if (steps.isEmpty()) {
      return "not set during the session; times of day are UTC as it showed them at Start";
    }
    String each =
        steps.stream()
            .map(step -> "by " + Times.signedS(step.byMs()) + " at " + at(facts, step))
            .collect(Collectors.joining(", "));
    return "in doubt: it was set " + each + ". Times of day go on from what it showed at Start.";
  }

  private static String at(SessionFacts facts, DeviceFacts.Step step) {
    return facts.isOnOneClock(step.kept())
        ? facts.span().times().sinceStart(step.kept().monoNs())
        : Times.ofWall(step.kept().record().wallMs());
  }

  private static String executors(DeviceFacts device) {
    return each(
        device.executors().stream()
            .map(
                one ->
                    one.getBuild() + ", boot " + hex(one.getBootId()) + ", " + one.getTiming())
            .toList());
  }

  private static String stations(DeviceFacts device) {
    return each(
        device.stations().stream()
            .map(one -> one.getBuild() + ", boot " + hex(one.getStationBootId()))
            .toList());
  }

  private static String libraries(SessionFacts facts) {
    return each(
        facts.device().stations().stream().map(StationStarted::getLibraryHash).toList());
  }

  private static String each(List<String> all) {
    return all.isEmpty()
        ? "not on record"
        : all.stream().distinct().collect(Collectors.joining("; then "));
  }

  static String hex(long bootId) {
    return HexFormat.of().toHexDigits(bootId);
  }
}
