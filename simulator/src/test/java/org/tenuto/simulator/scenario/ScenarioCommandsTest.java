package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code simulate} and {@code storm} as they are used. */
class ScenarioCommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = ScenarioMain.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(args);
  }

  @Test
  void aSessionIsToldInWords() {
    assertThat(run("simulate", "--protocol", "DEMO-1MIN")).isZero();
    assertThat(out.toString())
        .contains("outcome  COMPLETE", "times real time", "every promise was kept");
  }

  @Test
  void aSessionIsToldAsJson() {
    assertThat(run("simulate", "--protocol", "DEMO-1MIN", "--faults", "key-stop@40s", "--json"))
        .isZero();
    assertThat(out.toString().strip())
        .startsWith("{\"seed\":1,\"protocol\":\"DEMO-1MIN\",\"weight_g\":70000")
        .contains("\"faults\":[\"key-stop@40s\"]", "\"outcome\":\"OVER STOPPED_BY_STAFF\"")
        .endsWith("\"violations\":[]}");
  }

  @Test
  void aTraceIsWritten(@TempDir Path dir) throws Exception {
    Path trace = dir.resolve("trace.txt");
    assertThat(run("simulate", "--protocol", "DEMO-1MIN", "--trace", trace.toString())).isZero();
    assertThat(Files.readAllLines(trace)).first().asString().contains("Booted");
    assertThat(Files.readString(trace)).contains("COMPLETE");
  }

  @Test
  void aBrokenPromiseEndsWithOneLineThatRunsItAgain() {
    String faults = "page-closed@15s+36000s";
    int code =
        run(
            "simulate",
            "--protocol",
            "DEMO-1MIN",
            "--budget",
            "survivable",
            "--faults",
            faults);

    assertThat(code).isOne();
    assertThat(out.toString())
        .contains("BROKEN   EndsOrSaysWhy at")
        .contains("./tenuto simulate --seed 1 --budget survivable --faults '" + faults + "'")
        .contains("--protocol DEMO-1MIN");
  }

  @Test
  void everyKindOfFaultAndEveryScenarioIsExplained() {
    assertThat(run("simulate", "--faults", "list")).isZero();
    assertThat(run("simulate", "--scenario", "list")).isZero();
    assertThat(out.toString()).contains("serial-loss", "vanish", "uneventful  an order of one");
  }

  @Test
  void aGoldenScenarioIsComparedWithItsTrace() {
    assertThat(run("simulate", "--scenario", "uneventful")).isZero();
    assertThat(out.toString()).contains("every promise was kept");
  }

  @Test
  void aStormIsToldInWordsAndAsJson() {
    assertThat(run("storm", "--seeds", "3..5")).isZero();
    assertThat(run("storm", "--seeds", "3..5", "--json", "--threads", "1")).isZero();
    assertThat(out.toString())
        .contains("seeds 3..5 (survivable faults): 3 sessions", "every promise was kept")
        .contains("\"first_seed\":3,\"last_seed\":5,\"sessions\":3", "\"failure\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulate --budget lots|simulate: budget 'lots': expected none, survivable or unlimited",
        "simulate --faults nonsense|simulate: fault 'nonsense': expected KIND@AT+FOR:SIZE",
        "simulate --scenario nonsense|simulate: scenario 'nonsense': expected one of",
        "simulate --protocol NONE|simulate: protocol 'NONE': expected one of the drug library",
        "simulate --trace /no/such/folder/x|simulate: trace /no/such/folder/x: can't be written",
        "simulate --seed x|simulate: Invalid value for option '--seed'",
        "storm --seeds 5|storm: seeds '5': expected e.g. 1..1000",
        "storm --seeds 5..4|storm: seeds '5..4': expected the lower one first",
        "storm --threads 0|storm: threads 0: expected 1 to 256",
        "storm --hours -1|storm: hours -1.0: expected above 0",
        "storm --budget lots|storm: budget 'lots': expected none, survivable or unlimited",
      })
  void badInputIsRefusedInOneLine(String args, String line) {
    assertThat(run(args.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip()).startsWith(line).doesNotContain("\n");
  }
}
