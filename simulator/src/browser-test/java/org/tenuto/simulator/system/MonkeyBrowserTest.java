package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fingers without sense on the page of a real device: no error of the page, none of the station, and
 * nothing moves that was not read back, checked and started.
 *
 * <p>{@code -Dtenuto.monkey.taps=10000} for longer, {@code -Dtenuto.monkey.seed=7} for others; the
 * same seed draws the same again. What was done is in {@code target/monkey-SEED.log}.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class MonkeyBrowserTest {

  private static final int TAPS = Integer.getInteger("tenuto.monkey.taps", 300);
  private static final long SEED = Long.getLong("tenuto.monkey.seed", 1);
  private static final int TOLD_EVERY = 250;

  /** A request that was refused is the station's good right; the browser notes it as an error. */
  private static final List<String> REFUSALS =
      List.of("status of 401", "status of 403", "status of 409");

  @TempDir private Path dir;

  @Test
  void nothingMovesThatWasNotConfirmed() throws Exception {
    try (Device device = new Device(dir)) {
      String config = Files.readString(device.stationConfig());
      Files.writeString(
          device.stationConfig(), config.replace("second_check = false", "second_check = true"));
      device.startSimulator();
      device.startExecutor();
      device.startStation();
      run(device);
    }
  }

  private void run(Device device) throws Exception {
    try (DevicePage page = new DevicePage(Device.at(device.station()).url(), Screens.folder())) {
      System.out.printf("monkey: seed %d, %d taps%n", SEED, TAPS);
      run(page);
      page.tap("stop");
      awaitRest(device);
      MonkeyJudge judge =
          new MonkeyJudge(Logbook.read(device.journal()), Truth.read(device.truth()));
      System.out.println("monkey: " + judge.summary());
      assertThat(judge.wrong()).isEmpty();
      assertThat(page.complaints().stream().filter(MonkeyBrowserTest::isError)).isEmpty();
      assertThat(Tenuto.run(dir, "journal", "verify", device.journal().toString()).exitCode())
          .isZero();
    }
  }

  private static boolean isError(String complaint) {
    return REFUSALS.stream().noneMatch(complaint::contains);
  }

  private static void run(DevicePage page) throws IOException {
    Monkey monkey = page.monkey(SEED);
    Path log = Tenuto.home().resolve("simulator/target/monkey-" + SEED + ".log");
    try (BufferedWriter done = Files.newBufferedWriter(log)) {
      for (int i = 1; i <= TAPS; i++) {
        done.write(i + " " + monkey.act() + "\n");
        if (i % TOLD_EVERY == 0) {
          done.flush();
          System.out.printf("monkey: %d of %d, %s%n", i, TAPS, page.part("state").textContent());
        }
      }
    }
  }

  private static void awaitRest(Device device) {
    long nowNs = System.nanoTime();
    await("rest, and a second of it")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              Truth truth = Truth.read(device.truth());
              long movedNs = truth.lastMoving().map(Truth.Moment::monoNs).orElse(nowNs);
              return truth.last().monoNs() > Math.max(movedNs, nowNs) + 1_500_000_000L;
            });
  }
}
