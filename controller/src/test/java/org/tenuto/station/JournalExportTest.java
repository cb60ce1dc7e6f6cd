package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.Entry;
import org.tenuto.journal.ExportMark;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.ProgramSent;
import org.tenuto.proto.journal.Propose;
import org.tenuto.proto.journal.Stamp;
import org.tenuto.proto.telemetry.EventBody;
import picocli.CommandLine;

@NullMarked
class JournalExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.678Z");

  /** More than a double holds. */
  private static final long BIG = 9_007_199_254_740_993L;

  @TempDir private Path dir;
  private Path file;
  private Path out;
  private final StringWriter said = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeJournal() throws Exception {
    file = dir.resolve("session.journal");
    out = dir.resolve("export");
    try (Journal journal = Journal.open(file)) {
      journal.append(Entry.confined(-1, 1, WALL, halt("=HYPERLINK(\"x\"),\nand more")));
      journal.append(Entry.publishable(7, BIG, WALL.plusSeconds(1), sent(), body()));
      journal.append(Entry.confined(7, 3, WALL.plusSeconds(2), checkpoint()));
      journal.append(Entry.confined(7, 4, WALL.plusSeconds(3), intent()));
      for (int i = 5; i <= 20; i++) {
        journal.append(Entry.confined(7, i, WALL.plusSeconds(i), checkpoint()));
      }
    }
  }

  private static HaltRequested halt(String cause) {
    return HaltRequested.newBuilder()
        .setKind(HaltRequested.Kind.STOP)
        .setStaffId("@rn-7")
        .setCause(cause)
        .build();
  }

  private static ExecutorEvent sent() {
    return ExecutorEvent.newBuilder()
        .setStamp(
            Stamp.newBuilder()
                .setState("INFUSING")
                .setOrderNonce(-2)
                .setLedger(Ledger.newBuilder().setCommandedNl(BIG).setAtMostNl(5)))
        .setProgramSent(ProgramSent.newBuilder().setRateNlPerH(52_500_000).setPhase(1))
        .build();
  }

  private static EventBody body() {
    return EventBody.newBuilder().setMonoNs(BIG).build();
  }

  private static Checkpoint checkpoint() {
    return Checkpoint.newBuilder().setState("PAUSED").setOrderNonce(BIG).build();
  }

  private static Intent intent() {
    return Intent.newBuilder()
        .setStaffId("rn-\"7\"")
        .setPropose(Propose.newBuilder().setOrder(Order.newBuilder().setWeightG(70_000)))
        .build();
  }

  private int export(String... arguments) {
    List<String> all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    all.add(file.toString());
    return new CommandLine(new JournalCommand())
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void everyColumnAndEveryWordIsInAJsonLine() throws Exception {
    assertThat(export()).isZero();
    List<String> lines = said.toString().lines().toList();
    assertThat(lines).hasSize(20);
    JsonNode second = JSON.readTree(lines.get(1));
    assertThat(second.path("seq").textValue()).isEqualTo("2");
    assertThat(second.path("monoNs").textValue()).isEqualTo("9007199254740993");
    assertThat(second.path("type").textValue()).isEqualTo("ExecutorEvent");
    assertThat(second.path("message"))
        .isEqualTo(
            JSON.readTree(
                """
                {"stamp": {"state": "INFUSING", "orderNonce": "18446744073709551614",
                "ledger": {"commandedNl": "9007199254740993", "atMostNl": "5"}},
                "programSent": {"rateNlPerH": "52500000", "phase": 1}}
                """));
    assertThat(second.path("wire").path("event"))
        .isEqualTo(JSON.readTree("{\"monoNs\": \"9007199254740993\"}"));
    JsonNode first = JSON.readTree(lines.getFirst());
    assertThat(first.path("bootId").textValue()).isEqualTo("18446744073709551615");
    assertThat(first.path("message").path("cause").textValue())
        .isEqualTo("=HYPERLINK(\"x\"),\nand more");
    assertThat(first.has("wire")).isFalse();
    assertThat(first.has("broken")).isFalse();
  }

  /** Whoever has the file alone can check the chain. */
  @Test
  void theColumnsAreTheRecords() throws Exception {
    assertThat(export()).isZero();
    List<JournalRecord> records;
    try (JournalReader reader = JournalReader.open(file)) {
      records = reader.readAfter(0, 100);
    }
    List<String> lines = said.toString().lines().toList();
    for (JournalRecord record : records) {
      JsonNode line = JSON.readTree(lines.get((int) record.seq() - 1));
      assertThat(line.path("payload").textValue()).isEqualTo(base64(record.payload()));
      assertThat(line.path("hash").textValue()).isEqualTo(hex(record.hash()));
      assertThat(line.path("previousHash").textValue()).isEqualTo(hex(record.previousHash()));
      assertThat(line.path("wallMs").textValue()).isEqualTo(Long.toString(record.wallMs()));
    }
  }

  @Test
  void aTableHasTheMainFiguresAndNoFormula() {
    assertThat(export("--format", "csv", "--to", "4")).isZero();
    String text = said.toString();
    assertThat(text).startsWith("seq,boot_id,").contains("\r\n2,7,9007199254740993,");
    assertThat(text)
        .contains(",\"'=HYPERLINK(\"\"x\"\"),\nand more\",")
        .contains(",STOP,,,,,,,,'@rn-7,")
        .contains(",PROGRAM_SENT,INFUSING,18446744073709551614,9007199254740993,0,5,52500000,,,")
        .contains(",PROPOSE,,,,,,,,\"rn-\"\"7\"\"\",");
    assertThat(text.split("\r\n", -1)).hasSize(6);
  }

  @Test
  void fromToAndSinceChooseRecords() {
    assertThat(export("--from", "3", "--to", "5")).isZero();
    assertThat(seqs()).containsExactly(3L, 4L, 5L);
    assertThat(export("--since", "2026-01-02T03:04:23.000Z")).isZero();
    assertThat(seqs()).containsExactly(18L, 19L, 20L);
    assertThat(export("--since", "2026-01-02T05:04:23.678+02:00")).isZero();
    assertThat(seqs()).containsExactly(18L, 19L, 20L);
    assertThat(export("--from", "21")).isZero();
    assertThat(seqs()).isEmpty();
  }

  private List<Long> seqs() {
    List<Long> seqs =
        said.toString()
            .lines()
            .map(line -> Long.parseLong(line.substring(8, line.indexOf('"', 8))))
            .toList();
    said.getBuffer().setLength(0);
    return seqs;
  }

  @Test
  void whatWasExportedToAFileIsMarked() throws Exception {
    assertThat(export("--to", "10", "--out", out.toString())).isZero();
    ExportMark mark = JournalCommand.required(ExportMark.read(file));
    assertThat(mark.toSeq()).isEqualTo(10);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out));
    assertThat(mark.sha256()).isEqualTo(HexFormat.of().formatHex(sha));
    assertThat(mark.file()).isEqualTo(out.toString());
    assertThat(said.toString()).contains("exported 10 records to " + out + ", sha256 ");

    assertThat(export("--from", "12", "--out", dir.resolve("gap").toString())).isZero();
    assertThat(err.toString()).contains("no mark: records 11..11 are in no export");
    assertThat(JournalCommand.required(ExportMark.read(file)).toSeq()).isEqualTo(10);
    assertThat(export("--from", "9", "--out", dir.resolve("next").toString())).isZero();
    assertThat(JournalCommand.required(ExportMark.read(file)).toSeq()).isEqualTo(20);
    assertThat(export("--to", "3", "--out", dir.resolve("again").toString())).isZero();
    assertThat(JournalCommand.required(ExportMark.read(file)).toSeq()).isEqualTo(20);
    try (var left = Files.list(dir)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void anExportIsNeverReplaced() throws Exception {
    Files.writeString(out, "precious");
    assertThat(export("--out", out.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--out " + out + ": expected a new file");
    assertThat(Files.readString(out)).isEqualTo("precious");
  }

  @Test
  void aBrokenJournalIsNamedMarkedAndExported() throws Exception {
    tamper("UPDATE record SET payload = x'ff' WHERE seq = 5", "DELETE FROM record WHERE seq = 9");
    assertThat(export("--out", out.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("journal " + file + ": record 5 changed (hash is not of its content)")
        .contains("journal " + file + ": record 9 missing");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(19);
    assertThat(lines.get(4))
        .contains("\"broken\":[\"record 5 changed (hash is not of its content)\"]")
        .contains("\"unreadable\"");
    assertThat(lines.get(8)).contains("\"broken\":[\"record 9 missing\"]").contains("\"10\"");
    assertThat(lines.get(9)).doesNotContain("broken");
    assertThat(ExportMark.read(file)).as("a broken journal is not marked").isNull();
  }

  @Test
  void anEndThatWasCutOffIsTheLastLine() throws Exception {
    tamper("DELETE FROM record WHERE seq > 18");
    assertThat(export()).isEqualTo(1);
    assertThat(said.toString().lines().toList())
        .hasSize(19)
        .endsWith("{\"broken\":[\"records 19..20 missing\"]}");
    said.getBuffer().setLength(0);
    assertThat(export("--format", "csv")).isEqualTo(1);
    assertThat(said.toString()).endsWith(",,,,,,,,,,,,,,,,,,,,,,,records 19..20 missing\r\n");
  }

  /** A page of the file is overwritten: what is on the others is exported. */
  @Test
  void aDamagedFileIsExportedAsFarAsItCanBeRead() throws Exception {
    try (Journal journal = Journal.open(file)) {
      for (int i = 21; i <= 400; i++) {
        journal.append(Entry.confined(7, i, WALL.plusSeconds(i), checkpoint()));
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    int middle = bytes.length / 2 / 4096 * 4096;
    Arrays.fill(bytes, middle, middle + 4096, (byte) 0x5a);
    Files.write(file, bytes);
    assertThat(export("--out", out.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("damaged");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSizeBetween(300, 400);
    assertThat(lines.getLast()).contains("\"seq\":\"400\"");
    assertThat(ExportMark.read(file)).isNull();
  }

  @Test
  void badInputIsNamed() {
    assertThat(export("--format", "xml")).isEqualTo(2);
    assertThat(export("--from", "0")).isEqualTo(2);
    assertThat(export("--from", "5", "--to", "4")).isEqualTo(2);
    assertThat(export("--since", "yesterday")).isEqualTo(2);
    assertThat(export("--out", dir.resolve("none").resolve("x").toString())).isEqualTo(2);
    assertThat(export("--out", dir.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("--format xml: expected jsonl or csv")
        .contains("--from 0: expected 1 or more")
        .contains("--to 4: expected --from, 5, or more")
        .contains("--since yesterday: expected a time with its zone")
        .contains("expected a file in a folder that exists");
    file = dir.resolve("nothing");
    assertThat(export()).isEqualTo(2);
    assertThat(err.toString()).contains("journal " + file + ": no such file");
  }

  private void tamper(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER record_is_never_changed");
      statement.executeUpdate("DROP TRIGGER record_is_only_pruned");
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private static String base64(ByteString bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
