package org.tenuto.simulator.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.Stamp;

/**
 * The journal as it is now, read while it is being written.
 *
 * @param records all of them
 */
record Logbook(List<JournalRecord> records) {

  private static final int PAGE = 1_000;

  static Logbook read(Path journal) {
    List<JournalRecord> all = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(journal)) {
      List<JournalRecord> page = reader.readAfter(0, PAGE);
      while (!page.isEmpty()) {
        all.addAll(page);
        page = reader.readAfter(all.getLast().seq(), PAGE);
      }
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
    return new Logbook(all);
  }

  boolean has(String type) {
    return records.stream().anyMatch(record -> record.type().equals(type));
  }

  long count(String type) {
    return records.stream().filter(record -> record.type().equals(type)).count();
  }

  /** Wire sequence of the last event that may leave the device; 0 if there is none. */
  long lastWireSeq() {
    return records.stream()
        .mapToLong(r -> r.wire() == null ? 0 : r.wire().seq())
        .max()
        .orElse(0);
  }

  /** What the executor reported, in order. */
  List<ExecutorEvent> events() {
    return records.stream()
        .filter(record -> record.type().equals("ExecutorEvent"))
        .map(Logbook::event)
        .toList();
  }

  private static ExecutorEvent event(JournalRecord record) {
    return parsed(ExecutorEvent::parseFrom, record);
  }

  /** Every ledger on record with the instant it is of, and the order it belongs to. */
  List<Published> ledgers() {
    return records.stream()
        .<Published>mapMulti(
            (record, out) -> {
              switch (record.type()) {
                case "ExecutorEvent" -> out.accept(ledger(event(record).getStamp()));
                case "Checkpoint" -> out.accept(ledger(record, parsed(Checkpoint::parseFrom, record)));
                default -> {
                  // No ledger of a known order.
                }
              }
            })
        .toList();
  }

  private static Published ledger(Stamp stamp) {
    Ledger ledger = stamp.getLedger();
    return new Published(
        "event " + stamp.getSeq() + " in " + stamp.getState(),
        stamp.getOrderNonce(),
        stamp.getMonoNs(),
        stamp.getMonoNs(),
        ledger.getAtLeastNl(),
        ledger.getAtMostNl());
  }

  private static Published ledger(JournalRecord record, Checkpoint checkpoint) {
    return new Published(
        "checkpoint " + record.seq() + " in " + checkpoint.getState(),
        checkpoint.getOrderNonce(),
        record.monoNs(),
        record.monoNs(),
        checkpoint.getLedger().getAtLeastNl(),
        checkpoint.getLedger().getAtMostNl());
  }

  /** State of the last event not after a moment; empty if there is none. */
  String stateAt(long monoNs) {
    return events().reversed().stream()
        .map(ExecutorEvent::getStamp)
        .filter(stamp -> stamp.getMonoNs() <= monoNs)
        .findFirst()
        .map(Stamp::getState)
        .orElse("");
  }

  /** The last word on an executor that was last seen after a moment. */
  Optional<ExecutorLost> lostSince(long monoNs) {
    return records.reversed().stream()
        .filter(record -> record.type().equals("ExecutorLost") && record.monoNs() >= monoNs)
        .findFirst()
        .map(record -> parsed(ExecutorLost::parseFrom, record));
  }

  /** How late the loop woke, in all, of what it noted in that time, ns. */
  long loopStalledNs(long fromNs, long toNs) {
    return events().stream()
        .filter(ExecutorEvent::hasCyclesSkipped)
        .filter(e -> e.getStamp().getMonoNs() >= fromNs && e.getStamp().getMonoNs() <= toNs)
        .mapToLong(event -> event.getCyclesSkipped().getLatenessNs())
        .sum();
  }

  /** Events of an executor that are not on record though a later one is, as "boot: number". */
  List<String> holes() {
    List<String> holes = new ArrayList<>();
    Map<Long, Long> last = new HashMap<>();
    for (JournalRecord record : records) {
      if (record.type().equals("ExecutorEvent")) {
        long seq = event(record).getStamp().getSeq();
        long expected = last.getOrDefault(record.bootId(), 0L) + 1;
        last.put(record.bootId(), seq);
        if (seq != expected) {
          holes.add("%x: %d, expected %d".formatted(record.bootId(), seq, expected));
        }
      }
    }
    return holes;
  }

  private interface Parsing<T> {
    T parse(ByteString payload) throws InvalidProtocolBufferException;
  }

  private static <T> T parsed(Parsing<T> parsing, JournalRecord record) {
    try {
      return parsing.parse(record.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Alarm conditions raised, in order. */
  List<String> alarmsRaised() {
    return events().stream()
        .filter(ExecutorEvent::hasAlarmRaised)
        .map(event -> event.getAlarmRaised().getCondition())
        .toList();
  }

  /** Alarm conditions raised from a moment on, in order. */
  List<String> alarmsRaisedSince(long monoNs) {
    return events().stream()
        .filter(event -> event.hasAlarmRaised() && event.getStamp().getMonoNs() >= monoNs)
        .map(event -> event.getAlarmRaised().getCondition())
        .toList();
  }

  /** States entered, in order. */
  List<String> states() {
    return changes().map(change -> change.getTo()).toList();
  }

  /** Why nothing was delivered after each change of state; NONE where something was. */
  List<String> reasons() {
    return changes().map(change -> change.getReason()).toList();
  }

  private Stream<org.tenuto.proto.journal.StateChanged> changes() {
    return events().stream()
        .filter(ExecutorEvent::hasStateChanged)
        .map(ExecutorEvent::getStateChanged);
  }
}
