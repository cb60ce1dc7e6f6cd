package org.tenuto.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who dies, and what is seen and heard then, by whom, after how long, shown by which tests. */
final class Deaths {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/test/java"),
          Path.of("../simulator/src/test/java"),
          Path.of("../simulator/src/browser-test/java"));

  /**
   * One row.
   *
   * @param tests each {@code Class#method}
   */
  record Death(String who, String signal, String after, List<String> tests) {}

  static final List<Death> ROWS =
      List.of(
          new Death(
              "executor",
              "page: red, HIGH, \"Controller lost\"; pump: its watchdog stops it and beeps;"
                  + " buzzer: its circuit sounds without the 10 Hz sign of life",
              "500 ms and 300 ms of the page; pump 1 s",
              List.of(
                  "SoundersBrowserTest#aDeadControllerIsSeenAndHeard",
                  "KillSystemTest#aKilledExecutorRestsThePlungerAndANewOneStartsNothing",
                  "SoundersTest#theSignOfLifeIsTenHertzAndOnlyACompletedCycleGivesIt")),
          new Death(
              "station",
              "page: red, HIGH, \"Device not answering\"; executor: `STATION_SILENT`, paused, lamp"
                  + " and buzzer",
              "page 1.2 s; executor 4.1 s",
              List.of(
                  "SoundersBrowserTest#aDeadStationIsSeenAndHeard",
                  "KillSystemTest#aKilledStationPausesAndItsSuccessorTellsWhyAndResumesNothing",
                  "AlarmLatencyTest#isRaisedWithinTheLatencyOfItsTable")),
          new Death(
              "page: closed, hidden, hung, cut off",
              "executor: `PAGE_UNSEEN`, then `PAGE_GONE`, paused; lamp and buzzer, and every other"
                  + " page; what a hung page sounded goes on",
              "10 s; 30 s",
              List.of(
                  "SoundersTest#noPageIsMediumAfterTenSecondsAndPausedAfterThirty",
                  "SoundersBrowserTest#aClosedPageIsMissedAndTheDeliveryPaused",
                  "ExplorationTest#everyReachableStateKeepsEveryPromise")),
          new Death(
              "sound of the page",
              "page: \"Sound is off: touch to enable\"; an unplugged loudspeaker is not noticed",
              "1.2 s",
              List.of("SoundersBrowserTest#withoutSoundThePageSaysSoUntilItIsTouched")),
          new Death(
              "pump or its line",
              "executor: `PUMP_SILENT` or `PUMP_LINE_LOST`; page, lamp and buzzer",
              "1 s",
              List.of(
                  "SoundersBrowserTest#alarmsLightSoundAndAreQuietOnlyForAWhile",
                  "SoundersTest#aHighAlarmSoundsAndLightsInTheVeryCycleItIsRaisedIn",
                  "KillSystemTest#aCutLineRestsThePlunger")),
          new Death(
              "a Stop on its way",
              "page: red, HIGH, \"use the red button\"",
              "500 ms",
              List.of("SoundersBrowserTest#aStopThatNobodyConfirmsIsSeenAndHeard")),
          new Death(
              "board: power",
              "pump: its watchdog stops it and beeps; the buzzer's circuit, where it has power of"
                  + " its own",
              "pump 1 s",
              List.of("WatchdogTest#stopsAtItsOwnDeadlineHoweverLateTheStep")));

  private Deaths() {}

  /** Tests that are named and do not exist. */
  static List<String> missingTests() {
    return ROWS.stream()
        .flatMap(row -> row.tests().stream())
        .filter(test -> !exists(test))
        .toList();
  }

  private static boolean exists(String test) {
    String[] parts = test.split("#", -1);
    return SOURCES.stream()
        .flatMap(Deaths::files)
        .filter(file -> file.getFileName().toString().equals(parts[0] + ".java"))
        .anyMatch(file -> read(file).contains("void " + parts[1] + "("));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
