package org.tenuto.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.station.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One order of a record: a self-contained HTML file, or one JSON object. Writes nothing else. */
@NullMarked
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes one order of a session record as one HTML file, to be read and printed (A4).",
      "Loads nothing from anywhere; the record may still be written meanwhile.",
      "With --json the same for programs, as one JSON object.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written, or listed",
      "1:the record is damaged or its chain broken; what can be read is written, with a banner",
      "2:bad usage or input"
    })
public final class ReportCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int BROKEN = 1;
  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "JOURNAL",
      arity = "0..1",
      defaultValue = "journal.db",
      description = "the record, default ${DEFAULT-VALUE}")
  private Path journal = Path.of("journal.db");

  @Option(
      names = "--order",
      paramLabel = "N",
      description = "which order, counted from 1; default: the last that was started")
  private @Nullable String order;

  @Option(names = "--list", description = "list the orders instead, one a line")
  private boolean list;

  @Option(names = "--json", description = "one JSON object instead of the page")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "where to, default session-N.html in this folder, with --json standard output")
  private @Nullable Path out;

  @Option(names = "--force", description = "replace the file if it is there")
  private boolean force;

  @Override
  public Integer call() {
    try {
      if (list && (order != null || json || out != null || force)) {
        String expected = "no --order, --json, --out or --force beside it";
        throw new QuantityFormatException("--list", "", expected);
      }
      if (out != null) {
        requirePlace(out);
      }
      try (JournalReader reader = JournalReader.open(journal)) {
        return report(RecordedSessions.in(reader));
      }
    } catch (QuantityFormatException e) {
      return complain(e.getMessage(), BAD_INPUT);
    } catch (JournalException e) {
      boolean damaged = e.reason() == Reason.CORRUPT || e.reason() == Reason.IO;
      return complain(e.getMessage(), damaged ? BROKEN : BAD_INPUT);
    } catch (IOException e) {
      String expected = "expected a file that can be written, " + e;
      return complain("--out \"" + out + "\": " + expected, BAD_INPUT);
    }
  }

  private int report(RecordedSessions sessions) throws JournalException, IOException {
    if (sessions.count() == 0) {
      throw new QuantityFormatException(
          "journal", journal.toString(), "an order that was started, it has none");
    }
    if (list) {
      sessions.lines().forEach(this::say);
    } else if (json && out == null) {
      print(sessions.json(number(sessions.count())));
    } else {
      write(sessions, number(sessions.count()));
    }
    return sessions.broken().isEmpty()
        ? DONE
        : complain("journal " + journal + ": " + sessions.broken(), BROKEN);
  }

  private int number(int count) {
    if (order == null) {
      return count;
    }
    if (order.matches("[1-9][0-9]{0,8}") && Integer.parseInt(order) <= count) {
      return Integer.parseInt(order);
    }
    String expected = count == 1 ? "1, the only order there is" : "a number from 1 to " + count;
    throw new QuantityFormatException("--order", order, expected);
  }

  private void write(RecordedSessions sessions, int number) throws JournalException, IOException {
    Path file = out == null ? Path.of("session-" + number + ".html") : out;
    out = file;
    requirePlace(file);
    WholeFile.write(file, json ? sessions.json(number) : sessions.html(number));
    say("order " + number + " of " + sessions.count() + ": " + file);
  }

  /** Refused before anything is read. */
  private void requirePlace(Path file) {
    WholeFile.require("--out", file);
    if (!force && Files.exists(file)) {
      throw new QuantityFormatException(
          "--out", file.toString(), "a file that is not there yet, or --force");
    }
  }

  private void say(String line) {
    print(line + System.lineSeparator());
  }

  private void print(String text) {
    PrintWriter to = Objects.requireNonNull(spec).commandLine().getOut();
    to.print(text);
    to.flush();
  }

  private int complain(@Nullable String line, int code) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println(line);
    err.flush();
    return code;
  }
}
