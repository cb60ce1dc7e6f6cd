package org.tenuto.simulator.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.virtual.PumpKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tenuto simulate}: one whole session in virtual time. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "A whole session in virtual time: executor, station, link, pump, syringe, staff and what",
      "goes wrong, judged by the physical truth. Every 1 kHz cycle is run.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise was kept",
      "1:a promise was broken, or the golden trace differs",
      "2:bad usage or input",
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final String STANDARD_OUTPUT = "-";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "a golden scenario, compared with its expected trace; 'list' names them all")
  private @Nullable String scenario;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of order, staff, faults and everything drawn. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--budget",
      paramLabel = "BUDGET",
      defaultValue = "none",
      description = "faults drawn from the seed: none, survivable, unlimited. Default: none")
  private String budget = "none";

  @Option(
      names = "--faults",
      paramLabel = "SCRIPT",
      description = {
        "these faults instead: KIND@AT+FOR:SIZE joined by ';',",
        "e.g. 'serial-cut@90s+3s;executor-killed@5min+2s'; 'list' explains every kind"
      })
  private @Nullable String faults;

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description = "order this protocol's own program for 70 kg at 1 mg/mL instead of a drawn one")
  private @Nullable String protocol;

  @Option(
      names = "--pump",
      paramLabel = "MODEL",
      defaultValue = "ne1000",
      description = "ne1000 or stepper. Default: ${DEFAULT-VALUE}")
  private String pump = "ne1000";

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "write what happens, a line each; - for standard output")
  private @Nullable String trace;

  @Option(names = "--json", description = "the result as JSON")
  private boolean json;

  @Override
  public Integer call() {
    try {
      if ("list".equals(scenario)) {
        Scenario.all().forEach(one -> out().println(one.name() + "  " + one.summary()));
        return 0;
      }
      if ("list".equals(faults)) {
        FaultKinds.print(out());
        return 0;
      }
      return scenario == null ? once() : golden(scenario);
    } catch (IllegalArgumentException e) {
      return complain(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      return complain("trace " + trace + ": can't be written (" + e.getMessage() + ")");
    }
  }

  private int once() throws IOException {
    Site site = Site.shipped(PumpKind.of(pump));
    SessionPlan plan = plan(site);
    return finish(run(site, plan));
  }

  private SessionPlan plan(Site site) {
    SessionPlan drawn =
        SessionPlan.draw(seed, Budget.of(budget), site.library(), site.device().pump());
    SessionPlan plan = faults == null ? drawn : drawn.with(FaultScript.parse(faults));
    return protocol == null ? plan : plan.ordering(Wish.usual(site.library(), protocol));
  }

  private Timed run(Site site, SessionPlan plan) throws IOException {
    String to = trace;
    if (to == null) {
      return timed(site, plan, null);
    }
    if (to.equals(STANDARD_OUTPUT)) {
      return timed(site, plan, out()::println);
    }
    try (var file =
        new PrintWriter(Files.newBufferedWriter(Path.of(to), StandardCharsets.UTF_8))) {
      return timed(site, plan, file::println);
    }
  }

  /** A session, and the time it took, s. */
  private record Timed(SessionResult result, double wallS) {}

  private static Timed timed(Site site, SessionPlan plan, @Nullable Consumer<String> reader) {
    long startNs = System.nanoTime();
    SessionResult result =
        new Session(site, plan, Tripwire.never(), new Trace(reader)).run();
    return new Timed(result, (System.nanoTime() - startNs) / 1e9);
  }

  private int golden(String name) {
    if (PumpKind.of(pump) != PumpKind.NE1000) {
      throw new IllegalArgumentException(
          "--pump " + pump + ": expected ne1000, the golden scenarios are its own");
    }
    Site site = Site.shipped();
    Scenario wanted = Scenario.of(name);
    StringBuilder lines = new StringBuilder();
    Timed timed =
        timed(site, wanted.plan(site.library()), line -> lines.append(line).append('\n'));
    String difference = wanted.difference(lines.toString());
    if (difference != null) {
      err().println("simulate: scenario " + name + ": " + difference);
      err().flush();
      return FAILED;
    }
    return finish(timed);
  }

  private int finish(Timed timed) {
    SessionResult result = timed.result();
    if (json) {
      out().println(ResultJson.of(result, timed.wallS()));
    } else {
      print(result, timed.wallS());
    }
    out().flush();
    return result.passed() ? 0 : FAILED;
  }

  private void print(SessionResult result, double wallS) {
    double simulatedS = result.simulatedNs() / 1e9;
    out().printf(
        Locale.ROOT,
        "seed %d  %s for %s kg%n",
        result.plan().seed(),
        result.plan().wish().protocolId(),
        result.plan().wish().weightG() / 1e3);
    out().println("faults   " + result.plan().faults().faults().size());
    result.plan().faults().faults().forEach(one -> out().println("         " + one.text()));
    out().println("outcome  " + result.outcome());
    out().printf(
        Locale.ROOT,
        "time     %.0f s simulated, %.0f s infusing, in %.2f s: %,.0f times real time%n",
        simulatedS,
        result.infusingNs() / 1e9,
        wallS,
        simulatedS / wallS);
    out().printf(Locale.ROOT, "pushed   %.4f mL%n", result.pushedNl() / 1e6);
    out().println("trace    SHA-256 " + result.traceHash());
    result
        .violations()
        .forEach(
            found ->
                out().printf(
                    Locale.ROOT,
                    "BROKEN   %s at %.3f s: %s%n",
                    found.oracle(),
                    found.atNs() / 1e9,
                    found.text()));
    out().println(result.passed() ? "every promise was kept" : again(result));
  }

  private String again(SessionResult result) {
    String ordered = protocol == null ? "" : " --protocol " + protocol;
    return "again: " + Replay.command(result.plan(), PumpKind.of(pump)) + ordered;
  }

  private int complain(@Nullable String reason) {
    err().println("simulate: " + reason);
    err().flush();
    return BAD_INPUT;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
