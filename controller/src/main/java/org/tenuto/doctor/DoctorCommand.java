package org.tenuto.doctor;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tenuto.doctor.Finding.Level;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What this board can hold, one line for each thing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "What this board can hold: one line for each thing, ok, degraded or missing, and what to do.",
      "Changes nothing that stays, needs no privilege, takes about five seconds.",
      "Exit code: 0 nothing is missing, 1 something is, 2 bad usage or another system than Linux."
    })
public final class DoctorCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int INCOMPLETE = 1;
  private static final int BAD_INPUT = 2;

  /** Two seconds at 1 kHz. */
  private static final int WAKE_UPS = 2_000;

  private final @Nullable String refusal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "TOML file of the executor or the station: its line, disk and broker too")
  private @Nullable Path config;

  @Option(names = "--json", description = "One JSON object instead of lines.")
  private boolean json;

  /** For the system it runs on. */
  public DoctorCommand() {
    this(Platform.refusal());
  }

  DoctorCommand(@Nullable String refusal) {
    this.refusal = refusal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (refusal != null) {
      return refuse(refusal);
    }
    try {
      DoctorConfig asked = config == null ? DoctorConfig.none() : DoctorConfig.read(config);
      return report(Checks.of(asked, WAKE_UPS));
    } catch (ConfigException e) {
      return refuse(e.getMessage());
    }
  }

  private int report(List<Check> checks) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      Finding finding = check.look();
      findings.add(finding);
      if (!json) {
        out().println(DoctorReport.line(finding));
        out().flush();
      }
    }
    var report = new DoctorReport(findings);
    if (json) {
      out().println(report.json());
    }
    return report.count(Level.MISSING) == 0 ? DONE : INCOMPLETE;
  }

  private int refuse(@Nullable String why) {
    required(spec).commandLine().getErr().println("doctor: " + why);
    return BAD_INPUT;
  }

  private PrintWriter out() {
    return required(spec).commandLine().getOut();
  }

  private static CommandSpec required(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return spec;
  }
}
