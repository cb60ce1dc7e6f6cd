package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.OpenIntents;

/**
 * A real station, of which a single write or sync of its journal goes wrong while an order is
 * started or runs: killed before it, in it, after it, or it fails. The plunger rests, the chain is
 * whole, what was open is closed, the truth lies within the bracket. A few of the 104 points by
 * seed; {@code -Dtenuto.crash.cases=40} makes it more, {@code all} every one, {@code
 * -Dtenuto.crash.seed=7} others.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class CrashSystemTest {

  private static final String CASES = System.getProperty("tenuto.crash.cases", "2");
  private static final long SEED = Long.getLong("tenuto.crash.seed", 1);
  private static final List<String> HOW = List.of("before", "torn", "after", "fail");
  private static final int LAST_AT_START = 7;
  private static final int LAST_IN_MOTION = 19;
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(50);

  /**
   * What goes wrong.
   *
   * @param how it does
   * @param atStart counted from Start on, else from when the plunger moves
   * @param later which write or sync from there, counted from 1
   */
  record Point(String how, boolean atStart, int later) {

    @Override
    public String toString() {
      return "%s, %d calls after %s".formatted(how, later, atStart ? "Start" : "motion");
    }
  }

  @TempDir private Path dir;

  static List<Point> points() {
    List<Point> all = new ArrayList<>();
    for (String how : HOW) {
      IntStream.rangeClosed(1, LAST_AT_START).forEach(n -> all.add(new Point(how, true, n)));
      IntStream.rangeClosed(1, LAST_IN_MOTION).forEach(n -> all.add(new Point(how, false, n)));
    }
    Collections.shuffle(all, new Random(SEED));
    return CASES.equals("all") ? all : all.subList(0, Integer.parseInt(CASES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("points")
  void aSingleWriteThatGoesWrongEndsInRestAndAWholeRecord(Point point) throws Exception {
    try (Device device = new Device(dir)) {
      run(device, new CrashShim(dir), point);
    }
    System.out.println("crash: " + point + ": as promised");
  }

  private void run(Device device, CrashShim shim, Point point) throws Exception {
    device.startSimulator();
    device.startExecutor();
    Tenuto station = device.startStation(shim.environment(device.journal(), point.how()));
    Ward ward = Device.at(station);
    ward.awaitState("IDLE");
    JsonNode readBack = ward.propose(Ward.DRILL_ORDER);
    if (point.atStart()) {
      shim.arm(point.later());
      startsOrDies(ward, readBack);
    } else {
      ward.infuse(readBack, device.truth());
      shim.arm(point.later());
    }
    long goneNs = awaitWrong(station, ward, point.how());
    awaitRest(goneNs, device);

    String name = point.toString();
    Ward again = Device.at(device.startStation());
    await("the settlement")
        .atMost(Tenuto.LONG)
        .until(() -> Logbook.read(device.journal()).has("StationRecovered"));
    assertThat(Logbook.read(device.journal()).holes()).as(name).isEmpty();
    assertThat(open(device)).as(name).isEmpty();
    requireBracketed(again.status().path("delivery"), device, name);
    Tenuto.Ended verified =
        Tenuto.run(dir, "journal", "verify", device.journal().toString());
    assertThat(verified.exitCode()).as("%s: %s", name, verified).isZero();
  }

  /** Where the intent was not kept nothing ever moves. */
  private static void awaitRest(long goneNs, Device device) {
    await("the simulator has lived on")
        .atMost(Tenuto.LONG)
        .until(
            () -> Truth.read(device.truth()).last().monoNs() > goneNs + REST.toNanos());
    if (Truth.read(device.truth()).lastMoving().isPresent()) {
      Rest.within(REST, goneNs, device.truth());
    }
  }

  /** It may die before it answers. */
  private static void startsOrDies(Ward ward, JsonNode readBack) throws InterruptedException {
    try {
      ward.start(readBack);
    } catch (IOException e) {
      System.out.println("crash: Start is not answered: " + e.getMessage());
    }
  }

  /** When it was surely dead; one whose disk failed lives on, and says so, and is killed. */
  private static long awaitWrong(Tenuto station, Ward ward, String how) throws Exception {
    if (how.equals("fail")) {
      await("the alarm")
          .atMost(Tenuto.LONG)
          .pollInterval(LOOK)
          .until(() -> ward.alarmed("RECORD_FAILED"));
      long failedNs = System.nanoTime();
      station.kill9();
      return failedNs;
    }
    assertThat(station.awaitEnd().exitCode()).isEqualTo(137);
    return System.nanoTime();
  }

  private static List<OpenIntents.OpenIntent> open(Device device) throws Exception {
    try (JournalReader reader = JournalReader.open(device.journal())) {
      return OpenIntents.in(reader);
    }
  }

  private static void requireBracketed(JsonNode delivery, Device device, String name) {
    if (delivery.isMissingNode() || delivery.isNull()) {
      assertThat(Truth.read(device.truth()).last().deliveredNl()).as(name).isZero();
      return;
    }
    long truthNl = Truth.read(device.truth()).last().deliveredNl();
    assertThat(delivery.path("atLeast").path("value").asLong())
        .as(name)
        .isLessThanOrEqualTo(truthNl);
    assertThat(delivery.path("atMost").path("value").asLong() + Judge.INCREMENT_NL)
        .as(name)
        .isGreaterThanOrEqualTo(truthNl);
  }
}
