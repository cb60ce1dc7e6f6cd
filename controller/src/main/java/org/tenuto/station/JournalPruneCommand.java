package org.tenuto.station;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.ExportMark;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.PrunePlan;
import org.tenuto.journal.PrunePlan.Copies;
import org.tenuto.journal.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code journal prune}: says which records may be let go, and does it when told to. */
@NullMarked
@Command(
    name = "prune",
    description = {
      "Says which of the oldest records may be let go, and with --yes does it, while no station",
      "writes the journal. Never what was not exported and published, nor what a running order or",
      "the doses of the last two days need. The chain can be checked as before."
    },
    mixinStandardHelpOptions = true)
final class JournalPruneCommand implements Callable<Integer> {

  @ParentCommand private @Nullable JournalCommand journal;

  @Parameters(paramLabel = "JOURNAL", description = "Journal.")
  private Path file = Path.of("");

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Records that are younger stay (default ${DEFAULT-VALUE}).")
  private int keepDays;

  @Option(
      names = "--max-mib",
      paramLabel = "N",
      defaultValue = "4096",
      description = "Above so much the oldest go before their time (default ${DEFAULT-VALUE}).")
  private int maxMib;

  @Option(
      names = "--keep-sessions",
      paramLabel = "N",
      defaultValue = "20",
      description = "So many orders stay whatever their age (default ${DEFAULT-VALUE}).")
  private int keepSessions;

  @Option(
      names = "--no-telemetry",
      description = "The device has no broker: nothing waits to be published.")
  private boolean noTelemetry;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Override
  public Integer call() {
    Retention retention = retention();
    JournalCommand parent = JournalCommand.required(journal);
    return parent.reading(
        file,
        reader -> {
          PrunePlan plan = plan(reader, retention, parent);
          if (plan.isEmpty()) {
            parent.out().println("journal " + file + ": nothing to prune, kept " + plan.kept());
          } else if (yes) {
            prune(retention, parent);
          } else {
            String next = plan.unfinished() ? "not while an order is not over" : "do it with --yes";
            parent.out().println(told("would be pruned", plan) + "; " + next);
          }
          return JournalCommand.DONE;
        });
  }

  private Retention retention() {
    require("--keep-days", keepDays, Retention.LEAST_DAYS, Retention.MOST_DAYS);
    require("--max-mib", maxMib, Retention.LEAST_MIB, Retention.MOST_MIB);
    require("--keep-sessions", keepSessions, 1, Retention.MOST_SESSIONS);
    return new Retention(keepDays, maxMib, keepSessions);
  }

  private void require(String name, int given, int least, int most) {
    if (given < least || given > most) {
      throw new ParameterException(
          JournalCommand.required(journal).line(),
          name + " " + given + ": expected " + least + " to " + most);
    }
  }

  private PrunePlan plan(JournalReader reader, Retention retention, JournalCommand parent)
      throws JournalException {
    long nowMs = parent.now().toEpochMilli();
    return reader.planPruning(retention, new Copies(ExportMark.read(file), !noTelemetry, nowMs));
  }

  /** Plans it again: until now a station may have written. */
  private void prune(Retention retention, JournalCommand parent) throws JournalException {
    try (Journal writable = Journal.open(file);
        JournalReader reader = writable.reader()) {
      PrunePlan plan = plan(reader, retention, parent);
      if (plan.unfinished()) {
        throw new JournalException(
            Reason.IN_USE, "journal " + file + ": an order is not over: nothing is pruned");
      }
      long monoNs = new BoardClock().nowNs();
      String by = "command of " + System.getProperty("user.name");
      long note = writable.prune(plan, 0, monoNs, parent.now(), by).seq();
      parent.out().println(told("pruned", plan) + "; record " + note + " says so");
    }
  }

  private String told(String what, PrunePlan plan) {
    return "journal %s: records %d..%d %s (%s), kept from %s"
        .formatted(
            file,
            plan.fromSeq(),
            plan.anchor().firstSeq() - 1,
            what,
            plan.cause(),
            plan.kept());
  }
}
