package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which benchmarks are run, and what becomes of those that fail; what they are is planted. */
class AllCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<List<String>> ran = new ArrayList<>();

  @TempDir private Path folder = Path.of("");

  /** Beside the real commands, of which none is run. */
  private int run(AllCommand.Runner runner, String... args) {
    var bench = new CommandLine(new BenchMain());
    bench.getCommandSpec().removeSubcommand("all");
    bench.addSubcommand(new AllCommand(runner));
    return bench.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
  }

  private int measured(List<String> arguments) throws IOException {
    ran.add(arguments);
    var figure = new Figure(arguments.getFirst() + " p50", "us", 2, 1, 1);
    new Results(
            arguments.getFirst(), Machine.here(), Machine.here(), List.of(figure), List.of())
        .write(Path.of(arguments.getLast()));
    return 0;
  }

  private String[] all(String... more) {
    List<String> args = new ArrayList<>(List.of("all", "--out", folder.resolve("d").toString()));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void everyCommandThatNeedsNothingIsRunAndShown() throws IOException {
    assertThat(run(this::measured, all("--quick"))).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(ran)
        .extracting(List::getFirst)
        .contains("cycle", "fleet", "outage", "steps", "stop", "telemetry")
        .doesNotContain("all", "compare", "report", "gpio", "help");
    assertThat(ran)
        .contains(
            List.of("cycle", "--quick", "--json", folder.resolve("d/cycle.json").toString()))
        .contains(
            List.of(
                "steps", "--seconds", "5", "--json", folder.resolve("d/steps.json").toString()));
    assertThat(Files.readString(folder.resolve("d/index.html")))
        .contains("bench cycle", "bench telemetry", "0 of " + ran.size() + " targets met");
    assertThat(out.toString()).contains("--- bench cycle, 1 of " + ran.size(), "written");
  }

  @Test
  void oneThatFailsIsSaidAndTheOthersGoOn() throws IOException {
    int code =
        run(
            arguments -> {
              if (arguments.getFirst().equals("fleet")) {
                ran.add(arguments);
                return 1;
              }
              return measured(arguments);
            },
            all());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "bench all: fleet: exit code 1, expected 0\nbench all: failed: fleet\n");
    assertThat(ran).extracting(List::getFirst).contains("stop", "telemetry");
    assertThat(Files.readString(folder.resolve("d/index.html")))
        .contains("bench stop")
        .doesNotContain("bench fleet");
  }

  @Test
  void figuresOfAnEarlierRunAreNotShownForOneThatFails() throws IOException {
    run(this::measured, all());
    int code = run(arguments -> 1, all());

    assertThat(code).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("d/index.html"))).doesNotContain("bench stop");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run(this::measured, "all", "--out", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("bench all: --out " + file + ": expected a folder that can be made")
        .hasLineCount(1);
    assertThat(ran).isEmpty();
  }
}
