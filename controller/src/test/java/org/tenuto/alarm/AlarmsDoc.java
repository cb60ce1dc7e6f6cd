package org.tenuto.alarm;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code docs/alarms.md} as the code has it. */
final class AlarmsDoc {

  private static final long NS_PER_MS = 1_000_000;
  private static final long NS_PER_SECOND = 1_000_000_000;

  private static final String HEAD =
      """
      # Alarms

      Written from the code by `AlarmsDocTest`; change the code, then:

      ```
      {regenerate}
      ```

      ## Conditions

      The priority follows from what may come of a condition and how soon (the table of
      IEC 60601-1-8, see `AlarmPriority`). *Latching*: its signals stay until staff acknowledge.
      *Effect*: **FAULT** stops the pump and ends the order, **PAUSE** stops it and staff may
      resume, **NONE** only signals. *Latency*: at most so long after the cause is there.
      *Hazards*: see [hazards.md](hazards.md).

      """;

  private static final String STATION =
      """

The station raises two of its own, both HIGH: `CONTROLLER_LOST` when the executor wrote no
snapshot for 500 ms, `RECORD_FAILED` when the record can't be kept. So does the page, three:
`DEVICE_SILENT` when the live stream is silent for 1 s (5 s while it is loading),
`DEVICE_RESTARTED` when station or executor came back as another boot, until acknowledged,
`STOP_UNCONFIRMED` when a Stop pressed on it is not confirmed within 500 ms; and one LOW:
`ENTRY_WAITS` when nobody touched an unfinished entry for 5 min, which is cancelled after 10.

Where a site observes ([observation.md](observation.md)) the station raises four more, on the page
alone: `OBSERVATION_LATE` (LOW) 2 min after an observation was due, `OBSERVATION_MISSED` (MEDIUM)
after 5 min, `PAUSE_ADVISED` (MEDIUM) and `STOP_ADVISED` (HIGH) for a reading beyond its limit,
until staff take note of it or a later one is better. They affect no delivery.

## Signals

What follows is computed from the time since the onset alone (`AlarmSignal`,
`BurstPattern`); where each range comes from, and how sure we are of it, stands in their
notes. The page lights and sounds them (Web Audio); the executor drives lamp and buzzer with
them through a port (`Panel`), but no board has these yet: page, `doctor` and boot record say
"no buzzer on this board". The most urgent active condition is signalled; a new one of the same
urgency is heard at once between two bursts.

""";

  private static final String PAUSE =
      """

## Audio pause

Staff may pause the sound of the conditions that are active for {seconds} s at most. The pause ends
with time, with those conditions, and with a new one that is at least as urgent as the most
urgent of them; a condition that comes back is new. Lamps and texts are never paused, and
nothing is silenced for good. The executor keeps the pause, so that every page and the buzzer
agree; it is asked for at the device only and on record. What the executor can't know of
(controller lost, record failed, what a page notices by itself) sounds on. To acknowledge is
another thing: it ends latched conditions whose cause is gone.

## Who dies

Nothing of this device sounds on a board without power and without buzzer but the pump.

""";

  private AlarmsDoc() {}

  /**
   * The whole page.
   *
   * @param howToRegenerate the command that writes it anew
   */
  static String text(String howToRegenerate) {
    return HEAD.replace("{regenerate}", howToRegenerate)
        + conditions()
        + STATION
        + lamps()
        + "\n"
        + bursts()
        + "\n"
        + notes()
        + PAUSE.replace("{seconds}", Long.toString(AudioPause.LONGEST_NS / NS_PER_SECOND))
        + deaths();
  }

  private static String deaths() {
    StringBuilder table =
        new StringBuilder("| dead | seen and heard | after | shown by |\n|---|---|---|---|\n");
    for (Deaths.Death death : Deaths.ROWS) {
      String tests =
          death.tests().stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
      row(table, death.who(), death.signal(), death.after(), tests);
    }
    return table.toString();
  }

  private static String conditions() {
    StringBuilder table =
        new StringBuilder(
            """
            | condition | cause | what may come, how soon | priority | latching | effect | \
            latency ms | staff read | hazards |
            |---|---|---|---|---|---|---|---|---|
            """);
    for (AlarmCondition condition : AlarmCondition.values()) {
      Risk risk = condition.risk();
      row(
          table,
          "`" + condition + "`",
          condition.cause(),
          lower(risk.result()) + ", " + lower(risk.onset()),
          condition.priority().name(),
          condition.latching() ? "yes" : "no",
          condition.effect().name(),
          Integer.toString(condition.latencyMs()),
          condition.text(),
          String.join(", ", risk.hazards()));
    }
    return table.toString();
  }

  private static String lamps() {
    StringBuilder table =
        new StringBuilder("| priority | lamp | flashes | lit |\n|---|---|---|---|\n");
    for (AlarmPriority priority : AlarmPriority.values()) {
      AlarmSignal signal = AlarmSignal.of(priority);
      boolean constant = signal.litNs() == signal.flashNs();
      row(
          table,
          priority.name(),
          lower(signal.colour()),
          constant ? "no" : hertz((double) NS_PER_SECOND / signal.flashNs()),
          100 * signal.litNs() / signal.flashNs() + " %");
    }
    return table.toString();
  }

  private static String bursts() {
    StringBuilder table =
        new StringBuilder(
            """
            | priority | notes | pulse ms | rise, fall ms | pulses begin at ms | again after ms |
            |---|---|---|---|---|---|
            """);
    for (AlarmPriority priority : AlarmPriority.values()) {
      BurstPattern burst = AlarmSignal.of(priority).burst();
      row(
          table,
          priority.name(),
          eachPulse(burst, " ", pulse -> burst.note(pulse).sign()),
          ms(burst.pulseNs()),
          ms(burst.rampNs()),
          eachPulse(burst, ", ", pulse -> ms(burst.onsetNs(pulse))),
          ms(burst.repeatNs()));
    }
    return table.toString();
  }

  private static String notes() {
    StringBuilder table = new StringBuilder("| note | Hz |\n|---|---|\n");
    for (Note note : Note.values()) {
      row(table, note.sign(), String.format(Locale.ROOT, "%.2f", note.frequencyHz()));
    }
    return table
        .append("\nEach with partials at 2 to ")
        .append(Note.HARMONICS + 1)
        .append(" times its frequency, as loud as one over the multiple.\n")
        .toString();
  }

  private static String eachPulse(BurstPattern burst, String between, IntFunction<String> text) {
    return IntStream.range(0, burst.pulses()).mapToObj(text).collect(Collectors.joining(between));
  }

  private static String ms(long ns) {
    return Long.toString(ns / NS_PER_MS);
  }

  private static String hertz(double frequencyHz) {
    return String.format(Locale.ROOT, "%.1f Hz", frequencyHz);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
