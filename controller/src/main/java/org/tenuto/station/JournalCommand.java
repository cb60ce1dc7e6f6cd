package org.tenuto.station;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The record of a session at the command line: check its chain, read its end. Writes nothing. */
@NullMarked
@Command(
    name = "journal",
    description = "Checks and shows the session record, also while it is being written.",
    mixinStandardHelpOptions = true)
public final class JournalCommand implements Runnable {

  private static final int DONE = 0;
  private static final int BROKEN = 1;
  private static final int BAD_INPUT = 2;
  private static final long FOLLOW_PERIOD_MS = 200;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        required(spec).commandLine(), "journal: expected verify, tail or export");
  }

  @Command(
      name = "verify",
      description = "Checks every record and both hash chains; exit 1 names the first broken one.",
      mixinStandardHelpOptions = true)
  int verify(@Parameters(paramLabel = "FILE", description = "Journal.") Path file) {
    return reading(
        file,
        journal -> {
          Verification found = journal.verify();
          Verification.Break broken = found.broken();
          if (broken != null) {
            err().println("journal " + file + ": " + broken.kind() + ": " + broken.text());
            return BROKEN;
          }
          out()
              .printf(
                  "journal %s: sound, %d records, %d of them published%n",
                  file, found.records(), found.published());
          return DONE;
        });
  }

  @Command(
      name = "tail",
      description = "Shows the last records, one a line; with -f goes on as they come.",
      mixinStandardHelpOptions = true)
  int tail(
      @Parameters(paramLabel = "FILE", description = "Journal.") Path file,
      @Option(
              names = {"-n", "--lines"},
              paramLabel = "N",
              defaultValue = "10",
              description = "How many (default ${DEFAULT-VALUE}).")
          int lines,
      @Option(
              names = {"-f", "--follow"},
              description = "Go on until Ctrl-C.")
          boolean follow) {
    if (lines < 0) {
      throw new ParameterException(
          required(spec).commandLine(), "-n " + lines + ": expected 0 or more");
    }
    return reading(
        file,
        journal -> {
          Optional<JournalRecord> last = journal.last();
          long from = last.isPresent() ? Math.max(0, last.get().seq() - lines) : 0;
          long seq = print(journal, from);
          while (follow) {
            Thread.sleep(FOLLOW_PERIOD_MS);
            seq = print(journal, seq);
          }
          return DONE;
        });
  }

  @Command(name = "export", description = "Not yet.", mixinStandardHelpOptions = true)
  int export(@Parameters(paramLabel = "FILE", description = "Journal.") Path file) {
    err().println("journal export " + file + ": not yet in this version; use tail -n");
    return BAD_INPUT;
  }

  private long print(JournalReader journal, long after) throws JournalException {
    long seq = after;
    List<JournalRecord> page = journal.readAfter(seq, 500);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        out().println(JournalLine.of(record));
        seq = record.seq();
      }
      page = journal.readAfter(seq, 500);
    }
    out().flush();
    return seq;
  }

  private interface Reading {
    int with(JournalReader journal) throws JournalException, InterruptedException;
  }

  private int reading(Path file, Reading reading) {
    try (JournalReader journal = JournalReader.open(file)) {
      return reading.with(journal);
    } catch (JournalException e) {
      err().println(e.getMessage());
      return e.reason() == Reason.CORRUPT || e.reason() == Reason.IO ? BROKEN : BAD_INPUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DONE;
    }
  }

  private PrintWriter out() {
    return required(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return required(spec).commandLine().getErr();
  }

  private static CommandSpec required(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return spec;
  }
}
