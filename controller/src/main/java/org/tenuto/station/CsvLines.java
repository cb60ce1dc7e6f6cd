package org.tenuto.station;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;
import org.tenuto.proto.journal.Ledger;

/**
 * CSV: every column (bytes in hex) and the main figures; what is wrong stands in {@code broken}. No
 * cell is a formula to a spreadsheet.
 */
@NullMarked
final class CsvLines implements ExportFormat {

  private static final String HEADER =
      "seq,boot_id,mono_ns,wall_ms,type,payload,wire_seq,wire_previous_hash,wire_hash,wire_body,"
          + "previous_hash,hash,wall,event,state,order_nonce,commanded_nl,at_least_nl,at_most_nl,"
          + "rate_nl_per_h,alarm,staff_id,words,broken\r\n";

  private static final int COLUMNS = 24;
  private static final int FIGURES = 10;

  private final Writer out;

  CsvLines(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    out.write(HEADER);
  }

  @Override
  public void record(JournalRecord record, List<String> wrong) throws IOException {
    CsvCells cells =
        new CsvCells()
            .plain(record.seq())
            .plain(Long.toUnsignedString(record.bootId()))
            .plain(record.monoNs())
            .plain(record.wallMs())
            .text(record.type())
            .plain(hex(record.payload()));
    wire(record.wire(), cells);
    cells.plain(hex(record.previousHash())).plain(hex(record.hash()));
    cells.plain(Instant.ofEpochMilli(record.wallMs()));
    String broken = String.join("; ", wrong);
    try {
      figures(MainFigures.of(record), cells);
    } catch (InvalidProtocolBufferException e) {
      cells.empty(FIGURES);
      broken = (broken.isEmpty() ? "" : broken + "; ") + "unreadable: " + e.getMessage();
    }
    out.write(cells.text(broken).line());
  }

  private static void wire(@Nullable WirePart wire, CsvCells cells) {
    if (wire == null) {
      cells.empty(4);
      return;
    }
    cells
        .plain(wire.seq())
        .plain(hex(wire.previousHash()))
        .plain(hex(wire.hash()))
        .plain(hex(wire.body()));
  }

  private static void figures(MainFigures of, CsvCells cells) {
    cells.text(of.event()).text(of.state());
    cells.plain(of.orderNonce() == 0 ? "" : Long.toUnsignedString(of.orderNonce()));
    Ledger ledger = of.ledger();
    if (ledger == null) {
      cells.empty(3);
    } else {
      cells
          .plain(ledger.getCommandedNl())
          .plain(ledger.getAtLeastNl())
          .plain(ledger.getAtMostNl());
    }
    Long rateNlPerH = of.rateNlPerH();
    cells.plain(rateNlPerH == null ? "" : rateNlPerH);
    cells.text(of.alarm()).text(of.staffId()).text(of.words());
  }

  @Override
  public void end(List<String> wrong) throws IOException {
    out.write(new CsvCells().empty(COLUMNS - 1).text(String.join("; ", wrong)).line());
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
