package org.tenuto.monitor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.tenuto.monitor.EventTrail.Place;
import org.tenuto.monitor.text.EventWords;
import org.tenuto.monitor.text.Figures;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/** Lines for people. Times are UTC; figures are the device's own, rounded down for reading. */
final class TextPrinter implements Printer {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  /** More than any message of a device makes. */
  private static final int LONGEST = 4_000;

  @Override
  public String opening(Instant at, String broker) {
    return "%s %s; broker %s; times are UTC".formatted(TIME.format(at), MonitorMain.NOTICE, broker);
  }

  @Override
  public String line(Instant at, Notice notice) {
    String text = text(notice);
    return text.isEmpty() ? "" : TIME.format(at) + " " + Plain.text(text, LONGEST);
  }

  private static String text(Notice notice) {
    return switch (notice) {
      case Notice.Said said -> said(said);
      case Notice.Happened happened -> happened(happened);
      case Notice.Alarmed alarmed -> alarmed(alarmed);
      case Notice.Freshened freshened ->
          "%s %s (was %s)"
              .formatted(freshened.device(), freshened.view().freshness(), freshened.was());
      case Notice.Broker broker ->
          broker.connected() ? "broker connected" : "broker down: " + broker.problem();
      case Notice.Unreadable unreadable ->
          "unreadable message on " + unreadable.topic() + ": " + unreadable.problem();
      case Notice.TooMany more ->
          "%d messages not shown, the last of %s: more than %d devices"
              .formatted(more.messages(), more.last(), more.most());
      case Notice.Forgotten gone ->
          gone.device() + ": followed no longer, it was silent for the longest and another one lives";
      case Notice.Overrun overrun -> overrun.lost() + " messages lost here: too many at once";
    };
  }

  /** What is retained or seldom is left to {@code --json}. */
  private static String said(Notice.Said said) {
    return switch (said.message()) {
      case Live live -> "%s %s".formatted(head(said.device(), said.view()), figures(live));
      case Conn conn -> "%s says %s".formatted(said.device(), conn.getState());
      default -> "";
    };
  }

  private static String alarmed(Notice.Alarmed alarmed) {
    return alarmed.now().hasAlarm()
        ? "%s alarm %s"
            .formatted(alarmed.device(), EventWords.oneLine(alarmed.now().getAlarm()))
        : "%s alarm %s is over".formatted(alarmed.device(), alarmed.condition());
  }

  private static String head(DeviceName device, Notice.View view) {
    String gaps = view.missing() == 0 ? "" : " (" + view.missing() + " events missing)";
    return device + " " + view.freshness() + gaps;
  }

  private static String figures(Live live) {
    Status status = live.getStatus();
    Progress progress = live.getProgress();
    StringBuilder line = new StringBuilder(status.getState());
    if (!status.getReason().equals("NONE") && !status.getReason().isEmpty()) {
      line.append(' ').append(status.getReason());
    }
    if (status.hasOrder()) {
      line.append(' ').append(status.getOrder().getDrugName());
      line.append(' ').append(Figures.decimal(progress.getRateNlPerH(), 2)).append(" mL/h");
      line.append(' ')
          .append(Figures.decimal(progress.getDoseRateNgPerKgPerH(), 3))
          .append(" mg/kg/h");
      line.append(' ').append(Figures.delivered(progress));
      line.append(" of ").append(Figures.decimal(status.getOrder().getVolumeNl(), 2)).append(" mL");
      line.append(", ").append(Figures.clock(progress.getTimeLeftS())).append(" left");
      if (progress.getPhases() > 1) {
        line.append(", phase ").append(progress.getPhase());
        line.append(" of ").append(progress.getPhases());
      }
    }
    return line.append(alarms(status)).toString();
  }

  private static String alarms(Status status) {
    return status.getAlarmsList().stream()
        .map(alarm -> " [" + alarm.getPriority() + " " + alarm.getCondition() + "]")
        .collect(Collectors.joining());
  }

  private static String happened(Notice.Happened happened) {
    if (happened.seen().place() == Place.REPEATED) {
      return "";
    }
    String place =
        switch (happened.seen().place()) {
          case AFTER_GAP -> " AFTER A GAP of " + happened.seen().missing();
          case BROKEN -> " DOES NOT FIT ITS HASH CHAIN";
          case RESTARTED -> " (the device began a new record)";
          case FIRST, NEXT, REPEATED -> "";
        };
    EventBody body = happened.event().getBody();
    return "%s event %d%s: %s%s"
        .formatted(
            happened.device(),
            happened.event().getWireSeq(),
            place,
            EventWords.of(body),
            happened.seen().place() == Place.BROKEN ? "" : " -> " + body.getState());
  }
}
