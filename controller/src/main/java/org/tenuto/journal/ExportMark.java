package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException.Reason;

/**
 * Up to where a journal has been exported, kept in a file of its own beside it, so that an export
 * needs no right to write the journal. It names its last record by its hash too: the mark of
 * another journal is none of this.
 *
 * @param toSeq every record up to this one is in an export
 * @param hash of that record
 * @param at when it was exported, by the wall clock
 * @param file the export that has it, by name
 * @param sha256 of that file, lower-case hex
 */
public record ExportMark(long toSeq, ByteString hash, Instant at, String file, String sha256) {

  private static final String FIRST_LINE = "Tenuto export mark 1";

  /** Where the mark of a journal is. */
  public static Path of(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".exported");
  }

  /** The mark of a journal; null if it never was exported. */
  public static @Nullable ExportMark read(Path journal) throws JournalException {
    Path place = of(journal);
    try {
      return parse(place, Files.readAllLines(place, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new JournalException(Reason.IO, "export mark " + place + ": " + e.getMessage(), e);
    }
  }

  private static ExportMark parse(Path place, List<String> lines) throws JournalException {
    try {
      if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
        throw new IllegalArgumentException("its first line is not \"" + FIRST_LINE + "\"");
      }
      Map<String, String> values = new HashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int space = line.indexOf(' ');
        values.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
      }
      return new ExportMark(
          Long.parseLong(value(values, "to_seq")),
          ByteString.copyFrom(HexFormat.of().parseHex(value(values, "hash"))),
          Instant.parse(value(values, "at")),
          value(values, "file"),
          value(values, "sha256"));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      String text = "export mark " + place + ": not one: " + e.getMessage();
      throw new JournalException(Reason.CORRUPT, text, e);
    }
  }

  private static String value(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }

  /** Puts it beside the journal, on disk when this returns; the one before is replaced. */
  public void write(Path journal) throws IOException {
    List<String> lines =
        List.of(
            FIRST_LINE,
            "to_seq " + toSeq,
            "hash " + HexFormat.of().formatHex(hash.toByteArray()),
            "at " + at,
            "file " + file.replaceAll("\\R", " "),
            "sha256 " + sha256);
    try (DurableFile mark = DurableFile.at(of(journal))) {
      mark.out().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      String _ = mark.finish();
    }
  }

  /**
   * Up to where this journal has been exported by it: 0 if it is the mark of another one, or of one
   * that was rewritten since.
   */
  long exportedOf(RecordStore store) throws JournalException {
    Anchor anchor = store.anchor();
    if (toSeq == anchor.firstSeq() - 1) {
      return hash.equals(anchor.hashBefore()) ? toSeq : 0;
    }
    List<JournalRecord> one = store.after(toSeq - 1, 1);
    boolean same =
        !one.isEmpty() && one.getFirst().seq() == toSeq && one.getFirst().hash().equals(hash);
    return same ? toSeq : 0;
  }
}
