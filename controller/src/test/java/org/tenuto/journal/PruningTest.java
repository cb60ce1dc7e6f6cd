package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenuto.journal.Tampering.forged;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.journal.Verification.Break;
import org.tenuto.proto.journal.JournalPruned;

/** Ten orders, one each ten days, the last 10 days ago: records 2 to 101. */
class PruningTest {

  private static final Retention THIRTY_DAYS = new Retention(30, 1_000, 2);

  @TempDir private Path dir;
  private Path file;
  private OldJournal old;

  @BeforeEach
  void write() throws JournalException {
    file = dir.resolve("session.journal");
    old = new OldJournal(file);
    old.daysAgo(101);
    old.started();
    for (int nonce = 1; nonce <= 10; nonce++) {
      old.daysAgo(110 - 10 * nonce);
      old.order(nonce);
    }
    old.daysAgo(5);
    old.started();
    old.published();
  }

  @AfterEach
  void close() throws JournalException {
    old.close();
  }

  @Test
  void whatIsOldGoesAndTheChainGoesOn() throws Exception {
    PrunePlan plan = old.plan(old.exported(), THIRTY_DAYS);
    assertThat(plan.fromSeq()).isEqualTo(1);
    assertThat(plan.anchor().firstSeq()).isEqualTo(72); // of the 8th order, 30 days old
    JournalRecord note = old.prune(plan);
    assertThat(JournalPruned.parseFrom(note.payload()))
        .satisfies(
            pruned -> {
              assertThat(pruned.getBy()).isEqualTo("somebody");
              assertThat(pruned.getCause()).isEqualTo("age");
              assertThat(pruned.getExportSha256()).isEqualTo("ab".repeat(32));
            });
    assertSoundFrom(72);
    old.checkpoint();
    assertSoundFrom(72);
    old.close();
    old = new OldJournal(file);
    assertThat(old.state(0, "IDLE")).isEqualTo(note.seq() + 2);
    assertSoundFrom(72);
  }

  @Test
  void itIsPrunedAgainAndAgain() throws Exception {
    for (int days : new int[] {95, 65, 35}) {
      PrunePlan plan = old.plan(old.exported(), new Retention(days, 1_000, 2));
      assertThat(plan.isEmpty()).isFalse();
      old.prune(plan);
      assertSoundFrom(plan.anchor().firstSeq());
      assertThat(old.plan(old.exported(), new Retention(days, 1_000, 2)).isEmpty()).isTrue();
    }
  }

  @Test
  void evenWhereEverythingPublishedWentTheWireChainGoesOn() throws Exception {
    Path other = dir.resolve("other");
    try (OldJournal one = new OldJournal(other);
        JournalReader reader = JournalReader.open(other)) {
      one.daysAgo(100);
      one.state(0, "IDLE");
      one.state(0, "IDLE");
      long kept = one.rehearsed();
      one.started();
      one.published();
      one.prune(one.plan(one.exported(), THIRTY_DAYS));
      assertThat(reader.anchor().firstSeq()).isEqualTo(kept);
      assertThat(reader.readWireAfter(0, 10)).isEmpty();
    }
    try (OldJournal one = new OldJournal(other);
        JournalReader reader = JournalReader.open(other)) {
      long seq = one.state(0, "IDLE");
      assertThat(reader.readWireAfter(2, 10)).singleElement().matches(r -> r.seq() == seq);
      assertThat(reader.verify().breaks()).isEmpty();
    }
  }

  @Test
  void whatIsNotExportedStays() throws Exception {
    assertKept(old.plan(null, THIRTY_DAYS), 1, "not exported");
    assertKept(old.plan(old.exported(20), THIRTY_DAYS), 21, "not exported");
    ExportMark other =
        new ExportMark(50, old.exported(51).hash(), OldJournal.NOW, "x", "ab".repeat(32));
    assertKept(old.plan(other, THIRTY_DAYS), 1, "not exported");
  }

  @Test
  void whatIsNotPublishedStays() throws Exception {
    try (OldJournal one = new OldJournal(dir.resolve("other"))) {
      one.daysAgo(100);
      one.started();
      long first = one.order(1);
      one.order(2);
      one.daysAgo(5);
      one.started();
      one.order(3);
      one.order(4);
      assertKept(one.plan(one.exported(), THIRTY_DAYS), first + 1, "not published");
      one.published(2);
      assertKept(one.plan(one.exported(), THIRTY_DAYS), first + 8, "not published");
    }
  }

  @Test
  void anOrderThatIsNotOverStays() throws Exception {
    try (OldJournal one = new OldJournal(dir.resolve("other"))) {
      one.daysAgo(100);
      one.started();
      one.order(1);
      long first = one.begun(2);
      one.daysAgo(50);
      one.checkpoint();
      one.started();
      one.published();
      PrunePlan plan = one.plan(one.exported(), new Retention(30, 1_000, 1));
      assertThat(plan.unfinished()).isTrue();
      assertKept(plan, first, "of an order that is not over");
      one.state(2, "IDLE");
      one.published();
      assertThat(one.plan(one.exported(), new Retention(30, 1_000, 1)).unfinished()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 10})
  void theLastOrdersStayWhateverTheirAge(int sessions) throws Exception {
    PrunePlan plan = old.plan(old.exported(), new Retention(2, 1_000, sessions));
    assertKept(plan, 2 + 10L * (10 - sessions), "of the last " + sessions + " orders");
  }

  @Test
  void anIntentWithoutAnAnswerStays() throws Exception {
    try (OldJournal one = new OldJournal(dir.resolve("other"))) {
      one.daysAgo(100);
      one.checkpoint();
      long open = one.unanswered();
      one.daysAgo(50);
      one.started();
      one.state(0, "IDLE");
      one.published();
      assertKept(one.plan(one.exported(), THIRTY_DAYS), open, "an intent without an answer");
    }
  }

  @Test
  void whatTheNextStationGoesOnFromStays() throws Exception {
    try (OldJournal one = new OldJournal(dir.resolve("other"))) {
      one.daysAgo(100);
      one.checkpoint();
      long executor = one.state(0, "IDLE");
      one.checkpoint();
      one.published();
      assertKept(one.plan(one.exported(), THIRTY_DAYS), executor, "the last executor's last word");
      long station = one.started();
      one.state(0, "IDLE");
      one.published();
      assertKept(one.plan(one.exported(), THIRTY_DAYS), station, "the last station's beginning");
    }
  }

  /** Whatever the size: sixteen times as much as is allowed, all of it yesterday's. */
  @Test
  void theLastTwoDaysStayEvenIfTheDiskIsTooFull() throws Exception {
    PrunePlan small = old.plan(old.exported(), new Retention(36_000, 16, 1));
    assertThat(small.isEmpty()).as("it fits").isTrue();
    RecordStore store = new Swollen(RecordStorage.in(file).toRead());
    var copies = new PrunePlan.Copies(old.exported(), true, OldJournal.NOW.toEpochMilli());
    PrunePlan plan = PrunePlan.of(store, new Retention(36_000, 16, 2), copies);
    assertThat(plan.cause()).isEqualTo("age and size");
    assertKept(plan, 82, "of the last 2 orders");
    long yesterday = OldJournal.NOW.toEpochMilli() - 98 * 86_400_000L;
    var then = new PrunePlan.Copies(old.exported(), true, yesterday);
    PrunePlan young = PrunePlan.of(store, new Retention(36_000, 16, 1), then);
    assertThat(young.anchor().firstSeq()).isEqualTo(2);
    assertThat(young.kept()).isEqualTo("record 2 is not 2 days old");
    store.close();
  }

  @Test
  void nothingOfABrokenJournalGoes() throws Exception {
    ExportMark mark = old.exported();
    Tampering.with(file, "UPDATE record SET mono_ns = 7 WHERE seq = 90");
    assertThatThrownBy(() -> old.plan(mark, THIRTY_DAYS))
        .hasMessage(
            "journal: record 90 changed (hash is not of its content); nothing is pruned");
  }

  @Test
  void nothingElseCanBeDeleted() throws Exception {
    assertRefused("DELETE FROM record WHERE seq = 1", "never deleted");
    assertRefused("DELETE FROM record", "never deleted");
    old.prune(old.plan(old.exported(), THIRTY_DAYS));
    assertRefused("DELETE FROM record WHERE seq = 72", "never deleted");
    assertRefused("DELETE FROM record WHERE seq = 80", "never deleted");
    assertRefused("DELETE FROM anchor", "never deleted");
    assertRefused("UPDATE anchor SET first_seq = 80", "never changed");
    assertRefused("UPDATE record SET type = 'x' WHERE seq = 80", "never changed");
    assertRefused("INSERT OR REPLACE INTO anchor SELECT * FROM anchor", "pruned only on record");
    assertSoundFrom(72);
  }

  /** Record 104 tells of a pruning: right after it an anchor is taken, exactly as it has to be. */
  @Test
  void anAnchorHasToBeRight() throws Exception {
    old.prune(old.plan(old.exported(), THIRTY_DAYS));
    String wire = "(SELECT max(wire_seq) FROM record WHERE seq < 90)";
    String wireHash = "(SELECT wire_hash FROM record WHERE wire_seq = " + wire + ")";
    String taken = anchor("90", "previous_hash", wire, wireHash, "104");
    assertRefused(anchor("90", "zeroblob(32)", wire, wireHash, "104"), "only on record");
    assertRefused(anchor("90", "previous_hash", "3", wireHash, "104"), "only on record");
    assertRefused(anchor("90", "previous_hash", wire, "zeroblob(32)", "104"), "only on record");
    assertRefused(anchor("91", "previous_hash", wire, wireHash, "104"), "only on record");
    assertRefused(anchor("72", "previous_hash", wire, wireHash, "104"), "only on record");
    assertRefused(anchor("104", "previous_hash", wire, wireHash, "104"), "only on record");
    assertRefused(anchor("90", "previous_hash", wire, wireHash, "103"), "only on record");
    assertRefused("BEGIN; " + taken + "; DELETE FROM record WHERE seq = 80", "never deleted");
    assertRefused("BEGIN; " + taken + "; DELETE FROM record WHERE seq = 90", "never deleted");
    old.checkpoint();
    assertRefused(taken, "only on record");
    assertSoundFrom(72);
  }

  private static String anchor(
      String first, String hash, String wire, String wireHash, String note) {
    return "INSERT INTO anchor SELECT %s, %s, %s, %s, %s FROM record WHERE seq = 90"
        .formatted(first, hash, wire, wireHash, note);
  }

  @Test
  void aRewrittenAnchorIsFound() throws Exception {
    old.prune(old.plan(old.exported(), THIRTY_DAYS));
    Tampering.with(
        file,
        "DELETE FROM record WHERE seq < 75",
        "UPDATE anchor SET first_seq = 75,"
            + " hash_before = (SELECT previous_hash FROM record WHERE seq = 75)");
    assertThat(told().getFirst())
        .startsWith("anchor rewritten: it stands at record 75 after ")
        .contains(", record 104 says record 72 after ");
  }

  @Test
  void whatWasDeletedWithoutARecordOfItIsFound() throws Exception {
    Tampering.with(
        file,
        "DELETE FROM record WHERE seq < 75",
        "INSERT INTO anchor SELECT 75, previous_hash, 27, (SELECT wire_previous_hash FROM record"
            + " WHERE wire_seq = (SELECT min(wire_seq) FROM record)), 103 FROM record"
            + " WHERE seq = 75");
    assertThat(told()).contains("anchor: no record says that records 1..74 were pruned");
  }

  @Test
  void moreThanWasPrunedIsFoundAndSoIsWhatWasPutBack() throws Exception {
    old.prune(old.plan(old.exported(), THIRTY_DAYS));
    Tampering.with(file, "DELETE FROM record WHERE seq IN (72, 73)");
    assertThat(told()).contains("records 72..73 missing");
    Tampering.with(file, forged(5, "zeroblob(32)", "zeroblob(32)"));
    assertThat(told()).contains("record 5 inserted (it follows nothing)");
  }

  @Test
  void aJournalOfTheFirstVersionIsReadAsItIsAndPrunedOnceItIsWritten() throws Exception {
    old.close();
    Tampering.with(
        file,
        "DROP TABLE anchor",
        "CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record"
            + " BEGIN SELECT RAISE(ABORT, 'journal records are never deleted'); END",
        "PRAGMA user_version = 1");
    assertSoundFrom(1);
    old = new OldJournal(file);
    old.prune(old.plan(old.exported(), THIRTY_DAYS));
    assertSoundFrom(72);
    assertRefused("DELETE FROM record WHERE seq = 72", "never deleted");
  }

  private void assertKept(PrunePlan plan, long seq, String why) {
    assertThat(plan.anchor().firstSeq()).as(plan.kept()).isEqualTo(seq);
    assertThat(plan.kept()).isEqualTo("record " + seq + ": " + why);
  }

  private void assertSoundFrom(long seq) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      Verification found = reader.verify();
      assertThat(found.breaks()).isEmpty();
      assertThat(found.firstSeq()).isEqualTo(seq);
      assertThat(reader.readAfter(0, 1).getFirst().seq()).isEqualTo(seq);
    }
  }

  private List<String> told() throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      return reader.verify().breaks().stream().map(Break::text).toList();
    }
  }

  private void assertRefused(String sql, String why) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql)).as(sql).hasMessageContaining(why);
    }
  }

  /** The real store on a disk that says it holds a gibibyte. */
  private static final class Swollen extends Passing {
    Swollen(RecordStore store) {
      super(store);
    }

    @Override
    public long usedBytes() {
      return 1 << 30;
    }
  }
}
