package org.tenuto.simulator.scenario;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.Build;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.virtual.PumpKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tenuto storm}: a session for each seed, each with its own faults. */
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    description = {
      "A session in virtual time for each seed, each with an order, a person and faults of its",
      "own. Stops at the first promise that is broken, makes its faults few, says how to run it",
      "again.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise was kept",
      "1:a promise was broken",
      "2:bad usage or input",
    })
public final class StormCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final Pattern SEEDS = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");
  private static final int BAR = 24;

  /** So long the faults of a failure are made few. */
  private static final long SHRINKING_NS = 60_000_000_000L;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "A..B",
      defaultValue = "1..1000",
      description = "first and last seed. Default: ${DEFAULT-VALUE}")
  private String seeds = "1..1000";

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "stop when so many infusion-hours are through")
  private double hours;

  @Option(
      names = "--budget",
      paramLabel = "BUDGET",
      defaultValue = "survivable",
      description = {
        "survivable: safety, and that every order comes to its end or to a stated reason;",
        "unlimited: safety only. Default: ${DEFAULT-VALUE}"
      })
  private String budget = "survivable";

  @Option(
      names = "--pump",
      paramLabel = "MODEL",
      defaultValue = "ne1000",
      description = "ne1000 or stepper. Default: ${DEFAULT-VALUE}")
  private String pump = "ne1000";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "sessions at a time. Default: one for each processor")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "the result as JSON")
  private boolean json;

  @Option(names = "--no-shrink", description = "leave the faults of a failure as they are")
  private boolean noShrink;

  @Override
  public Integer call() throws InterruptedException {
    Storm.Task task;
    Site site;
    try {
      task = task();
      site = Site.shipped(PumpKind.of(pump));
    } catch (IllegalArgumentException e) {
      err().println("storm: " + e.getMessage());
      err().flush();
      return BAD_INPUT;
    }
    Storm storm = new Storm(site, task);
    Storm.Result result = storm.run(progress -> show(task, progress));
    clearLine();
    SessionResult failure = result.failure();
    if (failure != null && !noShrink) {
      err().println(
          "storm: broken with seed " + failure.plan().seed() + ", making its faults few");
      err().flush();
      failure = shrunk(site, failure);
    }
    print(task, result, failure);
    return failure == null ? 0 : FAILED;
  }

  private Storm.Task task() {
    Matcher range = SEEDS.matcher(seeds);
    if (!range.matches()) {
      throw new IllegalArgumentException("seeds '" + seeds + "': expected e.g. 1..1000");
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    if (last < first) {
      throw new IllegalArgumentException("seeds '" + seeds + "': expected the lower one first");
    }
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads " + threads + ": expected 1 to 256");
    }
    if (!(hours >= 0)) {
      throw new IllegalArgumentException("hours " + hours + ": expected above 0");
    }
    return new Storm.Task(first, last, hours, Budget.of(budget), threads);
  }

  private SessionResult shrunk(Site site, SessionResult failure) {
    long untilNs = System.nanoTime() + SHRINKING_NS;
    var shrinker =
        new Shrinker(
            failure,
            plan -> new Session(site, plan, Tripwire.never(), new Trace(null)).run(),
            script -> status("making its faults few: " + script.faults().size() + " left"),
            () -> System.nanoTime() - untilNs > 0);
    SessionResult smallest = shrinker.shrink();
    clearLine();
    return smallest;
  }

  private void show(Storm.Task task, Storm.Progress progress) {
    double bySeeds =
        (double) progress.sessions() / (task.lastSeed() - task.firstSeed() + 1);
    double done =
        task.hours() > 0 ? Math.max(bySeeds, progress.infusionHours() / task.hours()) : bySeeds;
    int filled = (int) Math.round(Math.min(1, done) * BAR);
    status(
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %d sessions, %.1f infusion-hours, %.1f simulated",
            "#".repeat(filled),
            "-".repeat(BAR - filled),
            100 * Math.min(1, done),
            progress.sessions(),
            progress.infusionHours(),
            progress.simulatedHours()));
  }

  /** One line that is written over; only where somebody looks. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null again where nobody looks
  private void status(String line) {
    if (System.console() != null) {
      err().print("\r\u001b[K" + line);
      err().flush();
    }
  }

  private void clearLine() {
    status("");
  }

  private void print(Storm.Task task, Storm.Result result, @Nullable SessionResult failure) {
    double rate = result.simulatedHours() * 3_600 / result.wallS();
    if (json) {
      out().printf(
          Locale.ROOT,
          "{\"commit\":%s,\"budget\":\"%s\",\"first_seed\":%d,\"last_seed\":%d,\"sessions\":%d,"
              + "\"completed\":%d,\"infusion_hours\":%.3f,\"simulated_hours\":%.3f,"
              + "\"wall_s\":%.1f,\"threads\":%d,\"times_real_time\":%.0f,\"failure\":%s}%n",
          ResultJson.quoted(Build.text()),
          budget,
          task.firstSeed(),
          result.lastSeed(),
          result.sessions(),
          result.completed(),
          result.infusionHours(),
          result.simulatedHours(),
          result.wallS(),
          task.threads(),
          rate,
          failure == null ? "null" : ResultJson.of(failure, 0));
    } else {
      out().printf(
          Locale.ROOT,
          "seeds %d..%d (%s faults): %d sessions, %d completed, %.1f infusion-hours"
              + " (%.1f simulated) in %.0f s on %d threads: %,.0f times real time%n",
          task.firstSeed(),
          result.lastSeed(),
          budget,
          result.sessions(),
          result.completed(),
          result.infusionHours(),
          result.simulatedHours(),
          result.wallS(),
          task.threads(),
          rate);
      tell(failure);
    }
    out().flush();
  }

  private void tell(@Nullable SessionResult failure) {
    if (failure == null) {
      out().println("every promise was kept");
      return;
    }
    failure
        .violations()
        .forEach(
            found ->
                out().printf(
                    Locale.ROOT,
                    "BROKEN %s, seed %d at %.3f s: %s%n",
                    found.oracle(),
                    failure.plan().seed(),
                    found.atNs() / 1e9,
                    found.text()));
    out().println("again: " + Replay.command(failure.plan(), PumpKind.of(pump)));
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
