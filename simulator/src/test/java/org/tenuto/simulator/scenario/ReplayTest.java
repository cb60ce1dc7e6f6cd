package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorRecording;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.virtual.PumpKind;
import org.tenuto.station.RecordReplay;
import org.tenuto.station.ReplayedBoot;

/**
 * Every executor of a session decides the same again, from nothing but its record. More sessions with
 * {@code -Dtenuto.replay.sessions=25}, worse ones with {@code -Dtenuto.replay.budget=unlimited}.
 */
class ReplayTest {

  private static final int SESSIONS = Integer.getInteger("tenuto.replay.sessions", 12);

  private static final Budget BUDGET =
      Budget.of(System.getProperty("tenuto.replay.budget", "survivable"));

  private static final String MANY =
      "serial-loss@20s+300ms:40;station-killed@30s+6s;key-bounce@25s:3;disk-slow@40s+5s:50;"
          + "broker-down@10s+20s;wall-step@45s:5000;executor-stall@50s+200ms";

  private static List<JournalRecord> records(Site site, SessionPlan plan) throws Exception {
    var session = new Session(site, plan, Tripwire.never(), new Trace(null));
    assertThat(session.run().violations()).isEmpty();
    try (JournalReader journal = JournalReader.open(session.record())) {
      return journal.readAfter(0, Integer.MAX_VALUE);
    }
  }

  private static List<ReplayedBoot> replay(DrugLibrary library, List<JournalRecord> records)
      throws Exception {
    return new RecordReplay(hash -> library.hash().equals(hash) ? library : null).all(records);
  }

  @ParameterizedTest
  @EnumSource
  void whateverHappensIsDecidedTheSameAgain(PumpKind pump) throws Exception {
    Site site = Site.shipped(pump);
    long events = 0;
    for (int seed = 1; seed <= SESSIONS; seed++) {
      SessionPlan plan = SessionPlan.draw(seed, BUDGET, site.library(), pump);
      for (ReplayedBoot boot : replay(site.library(), records(site, plan))) {
        assertThat(boot.difference()).as("seed %d, %s", seed, boot).isNull();
        assertThat(boot.notCompared()).as("seed %d, %s", seed, boot).isZero();
        events += boot.same();
      }
    }

    assertThat(events).isGreaterThan(SESSIONS * 10L);
  }

  @Test
  void anotherEventThanTheDecidedOneIsNamed() throws Exception {
    List<JournalRecord> records = records(Runs.SITE, Runs.shortPlan(1, MANY));
    List<JournalRecord> events =
        records.stream().filter(record -> record.type().equals("ExecutorEvent")).toList();
    JournalRecord one = events.get(events.size() / 2);
    var event = ExecutorEvent.parseFrom(one.payload()).toBuilder();
    event.getStampBuilder().getLedgerBuilder().setAtMostNl(1);

    assertThat(differences(changed(records, one.seq(), _ -> event.build().toByteString())))
        .singleElement()
        .asString()
        .startsWith("record " + one.seq() + " says stamp")
        .contains("; replayed: stamp");
  }

  /** What was told is the only thing a replay goes by: not a byte of it is without effect. */
  @Test
  void aBitThatWasNotToldIsNoticed() throws Exception {
    List<JournalRecord> records = records(Runs.SITE, Runs.shortPlan(1, MANY));
    List<JournalRecord> parts =
        records.stream().filter(record -> record.type().equals("ExecutorRecording")).toList();
    var random = new SplittableRandom(1);
    int noticed = 0;
    for (int i = 0; i < 40; i++) {
      JournalRecord one = parts.get(random.nextInt(1, parts.size()));
      List<JournalRecord> changed =
          changed(records, one.seq(), payload -> flipped(payload, random.nextLong()));
      noticed += differences(changed).isEmpty() ? 0 : 1;
    }

    // One may be of no consequence: a reply's idle byte, a wall clock 1 ms off.
    assertThat(noticed).isGreaterThanOrEqualTo(36);
  }

  private static ByteString flipped(ByteString payload, long seed) {
    try {
      var part = ExecutorRecording.parseFrom(payload);
      byte[] bytes = part.getBytes().toByteArray();
      var random = new SplittableRandom(seed);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      return part.toBuilder().setBytes(ByteString.copyFrom(bytes)).build().toByteString();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPartThatIsMissingIsAHole() throws Exception {
    List<JournalRecord> records = new ArrayList<>(records(Runs.SITE, Runs.shortPlan(1, "")));
    List<JournalRecord> parts =
        records.stream().filter(record -> record.type().equals("ExecutorRecording")).toList();
    records.remove(parts.get(20));

    assertThat(differences(records))
        .singleElement()
        .asString()
        .startsWith("the recording has a hole after cycle ");
  }

  @Test
  void withoutTheLibraryNothingIsReplayed() throws Exception {
    List<JournalRecord> records = records(Runs.SITE, Runs.shortPlan(1, ""));

    assertThat(new RecordReplay(_ -> null).all(records))
        .singleElement()
        .extracting(ReplayedBoot::difference)
        .asString()
        .startsWith("drug library " + Runs.SITE.library().hash() + " is not here");
  }

  private static List<JournalRecord> changed(
      List<JournalRecord> records, long seq, UnaryOperator<ByteString> change) {
    return records.stream()
        .map(record -> record.seq() == seq ? with(record, change.apply(record.payload())) : record)
        .toList();
  }

  private static JournalRecord with(JournalRecord record, ByteString payload) {
    return new JournalRecord(
        record.seq(),
        record.bootId(),
        record.monoNs(),
        record.wallMs(),
        record.type(),
        payload,
        record.wire(),
        record.previousHash(),
        record.hash());
  }

  private static List<String> differences(List<JournalRecord> records) throws Exception {
    List<String> differences = new ArrayList<>();
    for (ReplayedBoot boot : replay(Runs.SITE.library(), records)) {
      if (boot.difference() != null) {
        differences.add(boot.difference());
      }
    }
    return differences;
  }
}
