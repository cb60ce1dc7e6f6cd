package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.control.StatusSnapshot;
import picocli.CommandLine;

/** A whole device beside every kind of broker; what its figures are no test may depend on. */
class OutageCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void theLoopIsLookedAtBesideEveryKindOfBroker(@TempDir Path folder) throws IOException {
    assumeThat(Files.isExecutable(Path.of("/usr/sbin/mosquitto"))).isTrue();
    Path json = folder.resolve("outage.json");

    int code = run("outage", "--seconds", "1", "--rounds", "1", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    Figures figures = Figures.in(json);
    for (OutageClass one : OutageClass.values()) {
      assertThat(figures.count("outage " + one.text())).isPositive();
      assertThat(out.toString()).contains("\n" + one.text() + " ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds, 0, 1 to 3600",
    "--seconds, 3601, 1 to 3600",
    "--rounds, 0, 1 to 100",
    "--rounds, 101, 1 to 100",
    "--json, missing/outage.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run("outage", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench outage: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }

  private static StatusSnapshot cycle(long number, long errorNs, long worstNs, long skipped) {
    var snapshot = new StatusSnapshot();
    snapshot.cycle = number;
    snapshot.wakeErrorNs = errorNs;
    snapshot.worstWakeErrorNs = worstNs;
    snapshot.skippedCycles = skipped;
    return snapshot;
  }

  @Test
  void aCycleCountsOnceASecondOnceAndAStretchByItself() {
    var errors = new WakeUps();
    errors.take(cycle(999, 100, 900, 5));
    errors.take(cycle(999, 100, 900, 5));
    errors.take(cycle(1_000, 300, 700, 6));
    errors.take(cycle(2_001, 200, 500, 8));
    errors.take(cycle(3_001, 200, 600, 8));
    errors.apart();
    errors.take(cycle(9_000, 200, 99_999, 80));

    assertThat(errors.cycles()).isEqualTo(5);
    assertThat(errors.percentileNs(50)).isEqualTo(200);
    assertThat(errors.percentileNs(100)).isEqualTo(300);
    assertThat(errors.w1maxNs()).isEqualTo(600);
    assertThat(errors.skipped()).isEqualTo(3);
  }

  @Test
  void ratiosAreToThoseOfAGoodBroker() {
    Map<OutageClass, WakeUps> found = new EnumMap<>(OutageClass.class);
    for (OutageClass one : OutageClass.values()) {
      found.put(one, new WakeUps());
    }
    Objects.requireNonNull(found.get(OutageClass.FINE)).take(cycle(1, 1_000, 0, 0));
    Objects.requireNonNull(found.get(OutageClass.SLOW)).take(cycle(1, 1_500, 0, 0));
    var report = new OutageReport(Machine.here(), Machine.here(), found);
    report.print(new PrintWriter(out));

    assertThat(out.toString().lines().filter(line -> line.startsWith("slow")))
        .singleElement()
        .asString()
        .contains(" 1.5   1.50 ", " - ");
    assertThat(report.results().figures())
        .contains(Figure.ratio("outage slow p50 to fine", 1.5, Double.NaN, Double.NaN))
        .noneMatch(figure -> figure.name().equals("outage fine p50 to fine"));
  }
}
