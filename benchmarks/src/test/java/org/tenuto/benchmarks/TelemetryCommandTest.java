package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A real mosquitto and real clients; how fast they are is nothing a test may depend on. */
class TelemetryCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void everyMessageOfBothIsMeasured(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("telemetry.json");

    int code = run("telemetry", "--messages", "20", "--warm-up", "2", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    Figures figures = Figures.in(json);
    for (String publisher : new String[] {"telemetry ours", "telemetry bare"}) {
      assertThat(figures.count(publisher)).isEqualTo(20);
      assertThat(figures.value(publisher + " p50")).isPositive();
      assertThat(figures.value(publisher + " longest"))
          .isGreaterThanOrEqualTo(figures.value(publisher + " p99"));
    }
    assertThat(figures.value("telemetry ours to bare p99")).isPositive();
    assertThat(out.toString()).contains("bare Paho", "target");
  }

  @Test
  void aTargetThatIsMissedIsToldSo() {
    var ours = new Histogram(3);
    ours.recordValue(1_600_000);
    var bare = new Histogram(3);
    bare.recordValue(1_000_000);
    new TelemetryReport(Machine.here(), Machine.here(), ours, bare).print(new PrintWriter(out));

    assertThat(out.toString()).contains("1.5 times bare Paho's: not met");
  }

  @ParameterizedTest
  @CsvSource({
    "--messages, 0, 1 to 1000000",
    "--warm-up, -1, 0 to 1000000",
    "--json, missing/it.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run("telemetry", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench telemetry: " + option + " " + value + ": expected " + expected + "\n");
  }
}
