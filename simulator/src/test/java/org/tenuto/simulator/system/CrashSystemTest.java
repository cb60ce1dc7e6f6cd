package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.OpenIntents;

/**
 * A real station, of which a single write or sync of its journal goes wrong while an order is
 * started or runs: killed before it, in it, after it, or it fails. The plunger rests, the chain is
 * whole, what was open is closed, the truth lies within the bracket. A few by seed; {@code
 * -Dtenuto.crash.cases=40} makes it more, {@code -Dtenuto.crash.seed=7} others.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class CrashSystemTest {

  private static final int CASES = Integer.getInteger("tenuto.crash.cases", 2);
  private static final long SEED = Long.getLong("tenuto.crash.seed", 1);
  private static final List<String> HOW = List.of("before", "torn", "after", "fail");
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(50);

  @TempDir private Path dir;

  @Test
  void aSingleWriteThatGoesWrongEndsInRestAndAWholeRecord() throws Exception {
    var random = new SplittableRandom(SEED);
    int first = random.nextInt(HOW.size());
    for (int i = 0; i < CASES; i++) {
      String how = HOW.get((first + i) % HOW.size());
      boolean atStart = random.nextBoolean();
      int later = random.nextInt(1, atStart ? 8 : 20);
      Path place = Files.createDirectory(dir.resolve("case" + i));
      String name = "%s, %d calls after %s".formatted(how, later, atStart ? "Start" : "motion");
      try (Device device = new Device(place)) {
        run(device, new CrashShim(place), how, atStart, later, name);
      }
      System.out.println("crash: " + name + ": as promised");
    }
  }

  private void run(
      Device device, CrashShim shim, String how, boolean atStart, int later, String name)
      throws Exception {
    device.startSimulator();
    device.startExecutor();
    Tenuto station = device.startStation(shim.environment(device.journal(), how));
    Ward ward = Device.at(station);
    ward.awaitState("IDLE");
    JsonNode readBack = ward.propose(Ward.DRILL_ORDER);
    if (atStart) {
      shim.arm(later);
      startsOrDies(ward, readBack);
    } else {
      ward.infuse(readBack, device.truth());
      shim.arm(later);
    }
    long goneNs = awaitWrong(station, ward, how);
    awaitRest(goneNs, device);

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
