package org.tenuto.station;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The record of a session at the command line: check its chain, read its end, export it. */
@NullMarked
@Command(
    name = "journal",
    description = "Checks, shows, exports and prunes the session record.",
    subcommands = {JournalExportCommand.class, JournalPruneCommand.class},
    mixinStandardHelpOptions = true)
public final class JournalCommand implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final long FOLLOW_PERIOD_MS = 200;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(line(), "journal: expected verify, tail, export or prune");
  }

  @Command(
      name = "verify",
      description = {
        "Checks every record and both hash chains; exit 1 names each record that was changed,",
        "taken out, put in or moved, a line each."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE", description = "Journal.") Path file,
      @Option(
              names = "--head",
              paramLabel = "HASH",
              description = "Hash of a last record noted earlier: it must still be there.")
          @Nullable String head) {
    if (head != null && !HASH.matcher(head).matches()) {
      throw new ParameterException(line(), "--head " + head + ": expected 64 hexadecimal digits");
    }
    return reading(
        file,
        journal -> {
          Verification found =
              head == null ? journal.verify() : journal.verify(head.toLowerCase(Locale.ROOT));
          found.breaks().forEach(b -> err().println("journal " + file + ": " + b.text()));
          if (found.breaks().isEmpty()) {
            tellSound(file, found);
          }
          return found.breaks().isEmpty() ? DONE : FAILED;
        });
  }

  private void tellSound(Path file, Verification found) {
    String pruned =
        found.firstSeq() > 1 ? ", those before record " + found.firstSeq() + " pruned" : "";
    out()
        .printf(
            "journal %s: sound, %d records, %d of them published%s%nhead %s%n",
            file,
            found.records(),
            found.published(),
            pruned,
            HexFormat.of().formatHex(found.head().toByteArray()));
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
      throw new ParameterException(line(), "-n " + lines + ": expected 0 or more");
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

  interface Reading {
    int with(JournalReader journal) throws JournalException, InterruptedException;
  }

  /** Opens a journal for something that reads it; what went wrong is told in one line. */
  int reading(Path file, Reading reading) {
    try (JournalReader journal = JournalReader.open(file)) {
      return reading.with(journal);
    } catch (JournalException e) {
      err().println(e.getMessage());
      return e.reason() == Reason.CORRUPT || e.reason() == Reason.IO ? FAILED : BAD_INPUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DONE;
    }
  }

  Instant now() {
    return Instant.now();
  }

  CommandLine line() {
    return required(spec).commandLine();
  }

  PrintWriter out() {
    return line().getOut();
  }

  PrintWriter err() {
    return line().getErr();
  }

  static <T> T required(@Nullable T set) {
    if (set == null) {
      throw new IllegalStateException("picocli sets it before it calls");
    }
    return set;
  }
}
