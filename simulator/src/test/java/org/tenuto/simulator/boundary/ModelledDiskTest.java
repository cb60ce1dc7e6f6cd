package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStorage;
import org.tenuto.journal.RecordStore;
import org.tenuto.journal.Verification;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.PresentFaults;

/** The disk: SQLite's promises, and what is left of a record when it breaks. */
class ModelledDiskTest {

  private static final int SEEDS = 200;

  @TempDir private Path dir;

  /** Whatever is asked, it answers as an SQLite file with the same history does. */
  @Test
  void answersAsSqliteDoes() throws Exception {
    RecordStorage sqlite = RecordStorage.in(dir.resolve("session.journal"));
    RecordStorage modelled = new Bench(1).disk;
    for (int boot = 0; boot < 3; boot++) {
      write(sqlite, boot);
      write(modelled, boot);
    }
    var random = new SplittableRandom(1);
    try (RecordStore one = sqlite.toRead();
        RecordStore other = modelled.toRead()) {
      for (int i = 0; i < 300; i++) {
        long seq = random.nextLong(-2, 70);
        int limit = random.nextInt(0, 70);
        assertThat(other.after(seq, limit)).isEqualTo(one.after(seq, limit));
        assertThat(other.wireAfter(seq, limit)).isEqualTo(one.wireAfter(seq, limit));
        List<String> types =
            List.of(List.of("Checkpoint"), List.of("StationStarted", "Checkpoint"), List.of("None"))
                .get(random.nextInt(3));
        assertThat(other.ofTypesBefore(types, seq, limit))
            .isEqualTo(one.ofTypesBefore(types, seq, limit));
        assertThat(other.lastOf(types.getFirst())).isEqualTo(one.lastOf(types.getFirst()));
        assertThat(other.lastOf(types.getFirst(), seq))
            .isEqualTo(one.lastOf(types.getFirst(), seq));
      }
      assertThat(other.last()).isEqualTo(one.last()).isPresent();
      assertThat(other.lastWire()).isEqualTo(one.lastWire()).isPresent();
      assertThat(other.highestSeq()).isEqualTo(one.highestSeq()).isEqualTo(60);
      assertThat(other.cursor("telemetry")).isEqualTo(one.cursor("telemetry")).isEqualTo(9);
      assertThat(other.cursor("nobody")).isEqualTo(one.cursor("nobody"));
    }
  }

  private static void write(RecordStorage storage, int boot) throws JournalException {
    try (Journal journal = Journal.open(storage)) {
      for (int i = 0; i < 5; i++) {
        journal.appendAll(entries(boot, 4));
        journal.advance("telemetry", 3L * boot + i % 4);
      }
    }
  }

  @Test
  void aDeadProcessTakesNothingWithItThatWasReportedDurable() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Bench bench = new Bench(seed);
      List<JournalRecord> reported = bench.append(10);
      RecordStore dead = bench.disk.toRead();
      bench.disk.processDies();
      assertThat(bench.all()).isEqualTo(reported);
      assertSound(bench.verify(), 10, 2);
      assertThatThrownBy(dead::last).isInstanceOf(StationDeath.class);
      Journal.open(bench.disk).append(entries(2, 1).getFirst());
    }
  }

  @Test
  void aPowerCutTakesNothingThatWasReportedDurable() throws Exception {
    Bench bench = new Bench(1);
    List<JournalRecord> reported = bench.append(10);
    bench.disk.powerCut();
    assertThat(bench.all()).isEqualTo(reported);
    assertThat(bench.verify().broken()).isNull();
  }

  @Test
  void aDeathInAWriteLeavesAllOfItOrNothing() throws Exception {
    Set<Integer> left = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Bench bench = new Bench(seed);
      List<JournalRecord> reported = bench.append(10);
      bench.dieIn("disk-death@0s");
      left.add(bench.all().size());
      assertThat(bench.all()).startsWith(reported.toArray(JournalRecord[]::new));
      assertThat(bench.verify().broken()).isNull();
      Journal.open(bench.disk).append(entries(2, 1).getFirst());
      assertThat(bench.verify().broken()).isNull();
    }
    assertThat(left).containsExactlyInAnyOrder(10, 15);
  }

  @Test
  void aTornWriteIsNoticedByTheJournalAndNothingIsAppendedToIt() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Bench bench = new Bench(seed);
      List<JournalRecord> reported = bench.append(10);
      bench.dieIn("disk-torn@0s");
      assertThat(bench.all())
          .startsWith(reported.toArray(JournalRecord[]::new))
          .hasSizeBetween(11, 15);
      assertThat(bench.verify().broken()).isNotNull();
      assertThat(bench.verify().records()).isEqualTo(bench.all().size() - 1);
      assertThat(
              catchThrowableOfType(JournalException.class, () -> Journal.open(bench.disk)).reason())
          .isEqualTo(Reason.CORRUPT);
    }
  }

  @Test
  void afterAPowerCutTheTornWriteIsThereOrAllIsWell() throws Exception {
    Set<Boolean> sound = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Bench bench = new Bench(seed);
      List<JournalRecord> reported = bench.append(10);
      bench.dieIn("disk-torn@0s");
      bench.disk.powerCut();
      assertThat(bench.all()).startsWith(reported.toArray(JournalRecord[]::new));
      sound.add(bench.verify().broken() == null);
    }
    assertThat(sound).hasSize(2);
  }

  @Test
  void afterAFailedFsyncNothingMoreIsBelieved() throws Exception {
    Set<Integer> left = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Bench bench = new Bench(seed);
      List<JournalRecord> reported = bench.append(10);
      RecordStore store = bench.reopened();
      JournalRecord next = bench.next();
      Fault fsync = bench.begin("disk-fsync@0s+1s");
      assertThatThrownBy(() -> store.append(List.of(next), Map.of()))
          .hasMessage("journal: disk I/O error");
      bench.present.ends(fsync);
      assertThatThrownBy(() -> store.append(List.of(next), Map.of()))
          .hasMessage("journal: nothing more after a write that failed");
      assertThat(bench.all()).isEqualTo(reported);
      store.close();
      Journal.open(bench.disk).close();
      left.add(bench.all().size());
      assertThat(bench.verify().broken()).isNull();
    }
    assertThat(left).containsExactlyInAnyOrder(10, 11);
  }

  @ParameterizedTest
  @CsvSource({
    "disk-full@0s+1s, DISK_FULL, journal: disk full",
    "disk-read-only@0s+1s, READ_ONLY, journal: a read-only disk"
  })
  void aDiskThatTakesNothingIsStillRead(String fault, Reason reason, String message)
      throws Exception {
    Bench bench = new Bench(1);
    List<JournalRecord> reported = bench.append(10);
    Journal journal = Journal.open(bench.disk);
    Fault present = bench.begin(fault);
    JournalException e =
        catchThrowableOfType(
            JournalException.class, () -> journal.append(entries(1, 1).getFirst()));
    assertThat(e).hasMessage(message);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(bench.all()).isEqualTo(reported);
    bench.present.ends(present);
    journal.close();
    Journal.open(bench.disk).append(entries(1, 1).getFirst());
    assertThat(bench.all()).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource({"disk-full@0s+1s, DISK_FULL", "disk-read-only@0s+1s, READ_ONLY"})
  void noRecordBeginsOnADiskThatTakesNothing(String fault, Reason reason) {
    Bench bench = new Bench(1);
    bench.begin(fault);
    JournalException e =
        catchThrowableOfType(JournalException.class, () -> Journal.open(bench.disk));
    assertThat(e.reason()).isEqualTo(reason);
    e = catchThrowableOfType(JournalException.class, () -> JournalReader.open(bench.disk));
    assertThat(e.reason()).isEqualTo(Reason.MISSING);
  }

  @Test
  void aSlowDiskSaysHowLongTheStationWouldHaveWaited() throws Exception {
    Bench bench = new Bench(1);
    bench.append(1);
    assertThat(bench.disk.takeHeldNs()).isZero();
    bench.begin("disk-slow@0s+1s:250");
    bench.append(1);
    bench.append(1);
    assertThat(bench.disk.takeHeldNs()).isEqualTo(500_000_000);
    assertThat(bench.disk.takeHeldNs()).isZero();
  }

  @Test
  void onlyOneHasItForWriting() throws Exception {
    Bench bench = new Bench(1);
    Journal journal = Journal.open(bench.disk);
    JournalException e =
        catchThrowableOfType(JournalException.class, () -> Journal.open(bench.disk));
    assertThat(e.reason()).isEqualTo(Reason.IN_USE);
    journal.close();
    Journal.open(bench.disk).close();
  }

  /** Every single operation fails once, and what was reported is there each time. */
  @Test
  void everyOperationCanBeTheOneThatFails() throws Exception {
    int operations = 0;
    while (failOne(operations + 1)) {
      operations++;
    }
    assertThat(operations).isGreaterThan(20);
  }

  /** Whether there were so many operations. */
  private static boolean failOne(int n) throws JournalException {
    Bench bench = new Bench(n, Tripwire.at(n));
    List<JournalRecord> reported = new ArrayList<>();
    int failures = 0;
    for (int i = 0; i < 3; i++) {
      try (Journal journal = Journal.open(bench.disk)) {
        reported.add(journal.append(entries(i, 1).getFirst()));
        journal.advance("telemetry", i + 1);
      } catch (JournalException e) {
        failures++;
        assertThat(e).hasMessage("journal: disk I/O error");
      }
    }
    boolean reached = bench.tripwire.reached();
    assertThat(failures).as("operation %d", n).isEqualTo(reached ? 1 : 0);
    if (reached) {
      assertThat(bench.all()).containsAll(reported);
      assertThat(bench.verify().broken()).isNull();
    }
    return reached;
  }

  private static void assertSound(Verification found, long records, long published) {
    assertThat(found.breaks()).isEmpty();
    assertThat(found.records()).isEqualTo(records);
    assertThat(found.published()).isEqualTo(published);
  }

  private static List<Entry> entries(int boot, int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant wall = Instant.ofEpochMilli(1_767_225_600_000L + i);
      Checkpoint checkpoint = Checkpoint.newBuilder().setCycle(i).setState("INFUSING").build();
      entries.add(
          switch (i % 4) {
            case 2 ->
                Entry.publishable(
                    boot, i, wall, checkpoint, EventBody.newBuilder().setMonoNs(i).build());
            case 3 -> Entry.confined(boot, i, wall, StationStarted.getDefaultInstance());
            default -> Entry.confined(boot, i, wall, checkpoint);
          });
    }
    return entries;
  }

  /** A disk, and what may go wrong with it. */
  private static final class Bench {

    final PresentFaults present = new PresentFaults();
    final Tripwire tripwire;
    final ModelledDisk disk;

    Bench(long seed) {
      this(seed, Tripwire.never());
    }

    Bench(long seed, Tripwire tripwire) {
      this.tripwire = tripwire;
      disk = new ModelledDisk(present, new SplittableRandom(seed), tripwire);
    }

    Fault begin(String text) {
      Fault fault = Fault.parse(text);
      present.begins(fault);
      return fault;
    }

    List<JournalRecord> append(int count) throws JournalException {
      try (Journal journal = Journal.open(disk)) {
        return journal.appendAll(entries(1, count));
      }
    }

    void dieIn(String fault) throws JournalException {
      Journal journal = Journal.open(disk);
      begin(fault);
      assertThatThrownBy(() -> journal.appendAll(entries(1, 5))).isInstanceOf(StationDeath.class);
    }

    RecordStore reopened() throws JournalException {
      return disk.toWrite();
    }

    /** The record that would come next. */
    JournalRecord next() throws JournalException {
      Bench scratch = new Bench(0);
      scratch.append(10);
      return scratch.append(1).getFirst();
    }

    List<JournalRecord> all() throws JournalException {
      try (RecordStore store = disk.toRead()) {
        return store.after(0, 1_000);
      }
    }

    Verification verify() throws JournalException {
      try (JournalReader reader = JournalReader.open(disk)) {
        return reader.verify();
      }
    }
  }
}
