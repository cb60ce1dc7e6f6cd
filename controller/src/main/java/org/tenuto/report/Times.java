package org.tenuto.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When things were: by the monotonic clock from Start on, and of the day by what the wall clock
 * showed at Start. So a clock that was set meanwhile bends no duration.
 *
 * @param startNs Start, monotonic ns
 * @param startWallMs Start by the wall clock, ms since 1970
 */
record Times(long startNs, long startWallMs) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_S = 1_000;

  /** A moment's date and time of day. */
  String day(long monoNs) {
    return ofWall(wallMs(monoNs));
  }

  /** A moment's time of day. */
  String clock(long monoNs) {
    return CLOCK.format(Instant.ofEpochMilli(wallMs(monoNs)));
  }

  /** Date and time of day as the wall clock showed them. */
  static String ofWall(long wallMs) {
    return DAY.format(Instant.ofEpochMilli(wallMs)) + " UTC";
  }

  /** By the wall clock as it went at Start, ms since 1970. */
  long wallMs(long monoNs) {
    return startWallMs + Math.floorDiv(monoNs - startNs, NS_PER_MS);
  }

  /** Time since Start to 0.1 s, cut off: {@code 0:01:23.4}; before it with a minus. */
  String sinceStart(long monoNs) {
    BigDecimal s =
        BigDecimal.valueOf(monoNs)
            .subtract(BigDecimal.valueOf(startNs))
            .movePointLeft(9)
            .setScale(1, RoundingMode.FLOOR);
    BigDecimal[] minutes = s.abs().divideAndRemainder(BigDecimal.valueOf(60));
    BigDecimal[] hours = minutes[0].divideAndRemainder(BigDecimal.valueOf(60));
    return String.format(
        Locale.ROOT,
        "%s%d:%02d:%04.1f",
        s.signum() < 0 ? "−" : "",
        hours[0].toBigInteger(),
        hours[1].intValue(),
        minutes[1]);
  }

  /** Seconds since Start. */
  double s(long monoNs) {
    return ((double) monoNs - (double) startNs) / 1e9;
  }

  /** Milliseconds as signed seconds. */
  static String signedS(long ms) {
    String s = Figures.number(BigDecimal.valueOf(ms).divide(BigDecimal.valueOf(MS_PER_S)));
    return (ms < 0 ? "" : "+") + s + " s";
  }
}
