package org.tenuto.station;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.DurableFile;
import org.tenuto.journal.ExportMark;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code journal export}: records as JSON lines or CSV. What was exported to a file without a gap
 * from the first record on is noted in the journal's export mark: only that may be pruned.
 */
@NullMarked
@Command(
    name = "export",
    description = {
      "Writes records as JSON lines or CSV, with staff identities: it is as confidential as the",
      "journal. What is exported to a file may be pruned later. A broken journal is named, marked",
      "and exported as far as it can be read; exit 1."
    },
    mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {

  @ParentCommand private @Nullable JournalCommand journal;

  @Parameters(paramLabel = "JOURNAL", description = "Journal.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl or csv (default ${DEFAULT-VALUE}).")
  private String format = "";

  @Option(names = "--from", paramLabel = "SEQ", description = "First record (default: the first).")
  private long from = 1;

  @Option(names = "--to", paramLabel = "SEQ", description = "Last record (default: the last).")
  private long to = Long.MAX_VALUE;

  @Option(
      names = "--since",
      paramLabel = "ISO",
      description = "From the first record of this wall time on, e.g. 2026-01-02T03:04:05Z.")
  private @Nullable String since;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file (default: standard output, which leaves no export mark).")
  private @Nullable Path out;

  @Override
  public Integer call() {
    JournalExport.Range range = range();
    JournalCommand parent = JournalCommand.required(journal);
    return parent.reading(
        file,
        reader -> {
          try {
            return out == null
                ? toOutput(reader, range, parent)
                : toFile(reader, range, parent, out);
          } catch (IOException e) {
            parent.err().println("journal export: " + (out == null ? "output" : out) + ": " + e);
            return JournalCommand.FAILED;
          }
        });
  }

  private JournalExport.Range range() {
    require(format.equals("jsonl") || format.equals("csv"), "--format " + format, "jsonl or csv");
    require(from >= 1, "--from " + from, "1 or more");
    require(to >= from, "--to " + to, "--from, " + from + ", or more");
    Path place = out;
    if (place != null) {
      require(!Files.exists(place), "--out " + place, "a new file: an export is never replaced");
      Path folder = place.toAbsolutePath().getParent();
      boolean there = folder != null && Files.isDirectory(folder) && place.getFileName() != null;
      require(there, "--out " + place, "a file in a folder that exists");
    }
    return new JournalExport.Range(from, to, since == null ? Long.MIN_VALUE : time(since));
  }

  private long time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      require(false, "--since " + text, "a time with its zone, e.g. 2026-01-02T03:04:05Z");
      throw e;
    }
  }

  private void require(boolean right, String given, String expected) {
    if (!right) {
      throw new ParameterException(
          JournalCommand.required(journal).line(), given + ": expected " + expected);
    }
  }

  private int toOutput(JournalReader reader, JournalExport.Range range, JournalCommand parent)
      throws IOException {
    Writer writer = new BufferedWriter(parent.out());
    JournalExport export = export(reader, writer, parent);
    export.write(range);
    writer.flush();
    return told(export, parent);
  }

  private int toFile(
      JournalReader reader, JournalExport.Range range, JournalCommand parent, Path place)
      throws IOException, JournalException {
    ExportMark before = ExportMark.read(file);
    try (DurableFile durable = DurableFile.at(place)) {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(durable.out(), StandardCharsets.UTF_8));
      JournalExport export = export(reader, writer, parent);
      export.write(range);
      writer.flush();
      String sha256 = durable.finish();
      parent.out().printf(
          Locale.ROOT, "exported %d records to %s, sha256 %s%n", export.count(), place, sha256);
      mark(reader, export, before, place, sha256, parent);
      return told(export, parent);
    }
  }

  private JournalExport export(JournalReader reader, Writer writer, JournalCommand parent) {
    ExportFormat lines = format.equals("csv") ? new CsvLines(writer) : new JsonLines(writer);
    return new JournalExport(
        reader, lines, text -> parent.err().println("journal export: " + text));
  }

  /** Only what leaves no gap after what was exported before counts, and only of a sound journal. */
  private void mark(
      JournalReader reader,
      JournalExport export,
      @Nullable ExportMark before,
      Path place,
      String sha256,
      JournalCommand parent)
      throws IOException, JournalException {
    JournalRecord first = export.first();
    JournalRecord last = export.last();
    long exported = Math.max(reader.anchor().firstSeq() - 1, reader.exportedBy(before));
    if (first == null || last == null || !export.isSound()) {
      return;
    }
    if (first.seq() > exported + 1) {
      parent.err().println(
          "journal export: no mark: records "
              + (exported + 1)
              + ".."
              + (first.seq() - 1)
              + " are in no export");
    } else if (last.seq() > exported) {
      String name = place.toAbsolutePath().toString();
      Instant at = parent.now();
      new ExportMark(last.seq(), last.hash(), at, name, sha256).write(file);
      parent.out().println("export mark: records up to " + last.seq());
    }
  }

  private int told(JournalExport export, JournalCommand parent) {
    export.breaks().forEach(b -> parent.err().println("journal " + file + ": " + b.text()));
    if (export.breaks().isEmpty()) {
      export.wrong().forEach(text -> parent.err().println("journal " + file + ": " + text));
    }
    return export.isSound() ? JournalCommand.DONE : JournalCommand.FAILED;
  }
}
