package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When one of its processes dies, the demo says which and how, lets one watch, and ends. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoDeathSystemTest {

  private static final Duration AFTERMATH = Duration.ofSeconds(15);

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"executor", "station", "simulator", "monitor"})
  void saysWhoDiedAndEndsAfterAWhile(String name) throws Exception {
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only")) {
      new Ward(demo.stationUrl()).infuse(Ward.USUAL_ORDER, demo.truth());
      long killedNs = demo.kill9(name);
      await("demo says who died")
          .atMost(Tenuto.LONG)
          .until(() -> demo.out().stream().anyMatch(line -> saysSo(line, name)));
      others(demo, name).forEach(other -> assertThat(demo.isAlive(other)).as(other).isTrue());
      judge(name, killedNs, demo);
      assertThat(demo.awaitEnd().exitCode()).isEqualTo(1);
      assertThat(System.nanoTime() - killedNs).isGreaterThan(AFTERMATH.toNanos());
      demo.requireNoneLeft();
    }
  }

  private static boolean saysSo(String line, String name) {
    return line.matches("demo: " + name + " \\(pid \\d+\\) died: killed by signal 9.*");
  }

  private static List<String> others(DemoProcess demo, String name) {
    return demo.names().stream().filter(other -> !other.equals(name)).toList();
  }

  private static void judge(String name, long killedNs, DemoProcess demo) {
    switch (name) {
      case "executor" -> Rest.within(Duration.ofSeconds(2), killedNs, demo.truth());
      case "station" -> Rest.within(Duration.ofSeconds(5), killedNs, demo.truth());
      case "monitor" ->
          await("the infusion goes on, ten seconds later")
              .atMost(Tenuto.LONG)
              .until(
                  () ->
                      Truth.read(demo.truth())
                          .anyAfter(killedNs + 10_000_000_000L, Truth.Moment::moving));
      default -> {
        // With the simulator the plunger is gone: KillSystemTest looks at what the device says.
      }
    }
  }
}
