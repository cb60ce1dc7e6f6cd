package org.tenuto.simulator.system;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;

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
    try {
      return ExecutorEvent.parseFrom(record.payload());
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
