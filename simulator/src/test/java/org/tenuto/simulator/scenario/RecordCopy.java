package org.tenuto.simulator.scenario;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStorage;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.StationStarted;

/** Writes a record once more, to a real file, with other words in it. */
final class RecordCopy {

  private RecordCopy() {}

  /** All records of a storage. */
  static List<JournalRecord> records(RecordStorage storage) throws Exception {
    List<JournalRecord> all = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(storage)) {
      List<JournalRecord> page = reader.readAfter(0, 500);
      while (!page.isEmpty()) {
        all.addAll(page);
        page = reader.readAfter(all.getLast().seq(), 500);
      }
    }
    return all;
  }

  /** Copies with every payload changed. */
  static void write(List<JournalRecord> records, Path to, UnaryOperator<JournalRecord> change)
      throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (JournalRecord record : records) {
      JournalRecord changed = change.apply(record);
      entries.add(
          new Entry(
              changed.bootId(),
              changed.monoNs(),
              Instant.ofEpochMilli(changed.wallMs()),
              changed.type(),
              changed.payload(),
              null));
    }
    try (Journal journal = Journal.open(to)) {
      journal.appendAll(entries);
    }
  }

  static JournalRecord with(JournalRecord old, ByteString payload) {
    return new JournalRecord(
        old.seq(),
        old.bootId(),
        old.monoNs(),
        old.wallMs(),
        old.type(),
        payload,
        null,
        old.previousHash(),
        old.hash());
  }

  /** An event, changed. */
  static JournalRecord event(JournalRecord old, UnaryOperator<ExecutorEvent> change) {
    try {
      return old.type().equals("ExecutorEvent")
          ? with(old, change.apply(ExecutorEvent.parseFrom(old.payload())).toByteString())
          : old;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Every text in a record, changed.
   *
   * @param change of a field's name and its text
   */
  static JournalRecord texts(JournalRecord old, BinaryOperator<String> change) {
    Descriptor type = StationStarted.getDescriptor().getFile().findMessageTypeByName(old.type());
    try {
      Message message = DynamicMessage.parseFrom(type, old.payload());
      return with(old, texts(message, change).toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message texts(Message message, BinaryOperator<String> change) {
    Message.Builder changed = message.toBuilder();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (field.isRepeated()) {
                List<Object> each = new ArrayList<>();
                ((List<?>) value).forEach(one -> each.add(text(field, one, change)));
                changed.setField(field, each);
              } else {
                changed.setField(field, text(field, value, change));
              }
            });
    return changed.build();
  }

  private static Object text(FieldDescriptor field, Object value, BinaryOperator<String> change) {
    return switch (field.getJavaType()) {
      case STRING -> change.apply(field.getName(), (String) value);
      case MESSAGE -> texts((Message) value, change);
      default -> value;
    };
  }
}
