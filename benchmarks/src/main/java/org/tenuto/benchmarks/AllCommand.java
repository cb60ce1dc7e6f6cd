package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.station.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench all}: every benchmark that needs nothing of its own, and a page of it. */
@Command(
    name = "all",
    mixinStandardHelpOptions = true,
    description = {
      "Every benchmark that needs nothing connected, one after the other, each in a process of its",
      "own; its figures in DIR/NAME.json, all of them in DIR/index.html. One that fails is said and",
      "the others go on. Takes about an hour, a quarter of it jitter; with --quick some minutes.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all measured", "1:at least one failed", "2:bad usage or input"})
final class AllCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final String QUICK = "--quick";
  private static final String JSON = "--json";
  private static final double NS_PER_S = 1e9;

  /** What makes a command without {@code --quick} a short one. */
  private static final Map<String, List<String>> SHORT =
      Map.of(
          "fleet", List.of("--devices", "20", "--seconds", "5", "--sessions", "1"),
          "outage", List.of("--seconds", "2", "--rounds", "1"),
          "simulate", List.of("--sessions", "3", "--blocks", "3"),
          "startup", List.of("--runs", "3"),
          "steps", List.of("--seconds", "5"),
          "stop-page", List.of("--stops", "5", "--warm-up", "1"),
          "tick",
              List.of("--ticks", "500", "--warm-up", "500", "--rounds", "1", "--processes", "2"),
          "stop", List.of("--stops", "20", "--block", "10", "--warm-up", "5"),
          "telemetry", List.of("--messages", "500", "--warm-up", "200"));

  /** Runs a benchmark as its own command. */
  interface Runner {

    /**
     * Runs it to its end.
     *
     * @param arguments name of the command and its options
     * @return its exit code
     */
    int run(List<String> arguments) throws IOException, InterruptedException;
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = QUICK,
      description = "minutes, not an hour: shows that all runs, its figures are rough")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "where the files go; made if missing, files that are there are replaced")
  private Path out = Path.of("");

  private final Runner runner;

  AllCommand() {
    this(AllCommand::runInProcess);
  }

  AllCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      return complain(BAD_INPUT, "--out " + out + ": expected a folder that can be made, " + e);
    }
    try {
      List<CommandSpec> commands = benchmarks();
      List<String> failed = new ArrayList<>();
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < commands.size(); i++) {
        say("--- bench " + commands.get(i).name() + ", " + (i + 1) + " of " + commands.size());
        if (!measure(commands.get(i), files)) {
          failed.add(commands.get(i).name());
        }
      }
      if (!writePage(files)) {
        failed.add("index.html");
      }
      return failed.isEmpty() ? 0 : complain(FAILED, "failed: " + String.join(", ", failed));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
    }
  }

  /** The commands beside this one that measure, and need no option that only a person knows. */
  private List<CommandSpec> benchmarks() {
    return line().getParent().getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> command.findOption(JSON) != null)
        .filter(command -> command.requiredArgs().isEmpty())
        .toList();
  }

  /** Runs one; false if it failed. What it wrote although it failed is shown all the same. */
  private boolean measure(CommandSpec command, List<Path> files) throws InterruptedException {
    Path json = out.resolve(command.name() + ".json");
    long startNs = System.nanoTime();
    int code;
    try {
      Files.deleteIfExists(json);
      code = runner.run(arguments(command, json));
    } catch (IOException e) {
      complain(FAILED, command.name() + ": can't be run: " + e.getMessage());
      code = FAILED;
    }
    double seconds = (System.nanoTime() - startNs) / NS_PER_S;
    say(String.format(
            Locale.ROOT, "--- bench %s: exit code %d, %.0f s%n", command.name(), code, seconds));
    if (code != 0) {
      complain(FAILED, command.name() + ": exit code " + code + ", expected 0");
    }
    if (Files.exists(json)) {
      files.add(json);
    }
    return code == 0;
  }

  private List<String> arguments(CommandSpec command, Path json) {
    List<String> arguments = new ArrayList<>(List.of(command.name()));
    if (quick && command.findOption(QUICK) != null) {
      arguments.add(QUICK);
    } else if (quick) {
      arguments.addAll(SHORT.getOrDefault(command.name(), List.of()));
    }
    arguments.addAll(List.of(JSON, json.toString()));
    return arguments;
  }

  private static int runInProcess(List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BenchMain.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** False if a file can't be read again, or the page can't be written. */
  private boolean writePage(List<Path> files) {
    boolean whole = true;
    List<ResultsFile> all = new ArrayList<>();
    for (Path file : files) {
      try {
        all.add(ResultsFile.read(file));
      } catch (ResultsFile.RefusedException e) {
        complain(FAILED, String.valueOf(e.getMessage()));
        whole = false;
      }
    }
    Path page = out.resolve("index.html");
    try {
      WholeFile.write(page, BenchPage.of(all));
      say("written  " + page);
      return whole;
    } catch (IOException e) {
      complain(FAILED, page + ": can't be written: " + e.getMessage());
      return false;
    }
  }

  private void say(String words) {
    PrintWriter to = line().getOut();
    to.println(words);
    to.flush();
  }

  private int complain(int code, String what) {
    line().getErr().println("bench all: " + what);
    line().getErr().flush();
    return code;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
