package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;

/**
 * Any bytes whatever in a slot with a good CRC are an event, a command or a snapshot that can be
 * said again in the same words, or malformed: never an exception.
 */
class CodecFuzzTest {

  /** Where the sequence number stands in the payload of an event, and of a command. */
  private static final int EVENT_SEQ_AT = 1;

  private static final int COMMAND_SEQ_AT = 1 + 2 * Long.BYTES;

  private final MemorySegment file = Arena.ofAuto().allocate(LinkLayout.EVENT_BYTES, 8);
  private final SlotWriter writer = new SlotWriter(LinkLayout.EVENT_BYTES);
  private final SlotReader reader = new SlotReader(LinkLayout.EVENT_BYTES);

  @FuzzTest(maxDuration = "3m")
  void decodesOrRefuses(byte[] payload) {
    MemorySegment.copy(
        MemorySegment.ofArray(payload), 0, file, 0, Math.min(payload.length, file.byteSize()));
    reader.take(file, 0); // as it stands: only the check of length and CRC
    checkEvent(payload);
    checkCommand(payload);
    checkSnapshot(payload);
  }

  private void checkEvent(byte[] payload) {
    ExecutorEvent event = event(payload);
    if (event != null) {
      EventCodec.encode(event, writer);
      assertThat(writer.refusal()).isNull();
      writer.write(file, 0, event.stamp().seq());
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(EventCodec.decode(reader)).isEqualTo(event);
    }
  }

  private @Nullable ExecutorEvent event(byte[] payload) {
    return slot(payload, EVENT_SEQ_AT) ? EventCodec.decode(reader) : null;
  }

  private void checkCommand(byte[] payload) {
    StationCommand command = slot(payload, COMMAND_SEQ_AT) ? CommandCodec.decode(reader) : null;
    if (command != null) {
      CommandCodec.encode(command, writer);
      assertThat(writer.refusal()).isNull();
      writer.write(file, 0, command.header().seq());
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(CommandCodec.decode(reader)).isEqualTo(command);
    }
  }

  private void checkSnapshot(byte[] payload) {
    StatusSnapshot snapshot = new StatusSnapshot();
    if (slot(payload, 0) && SnapshotCodec.decode(reader, snapshot)) {
      SnapshotCodec.encode(snapshot, writer);
      writer.write(file, 0, 1);
      StatusSnapshot again = new StatusSnapshot();
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(SnapshotCodec.decode(reader, again)).isTrue();
      assertThat(again).usingRecursiveComparison().isEqualTo(snapshot);
    }
  }

  /** Puts the payload into a slot with the sequence number that the payload itself states. */
  private boolean slot(byte[] payload, int seqAt) {
    boolean stated = payload.length >= seqAt + Long.BYTES;
    ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    writer.begin();
    for (byte next : payload) {
      writer.u8(next);
    }
    if (writer.refusal() != null) {
      return false;
    }
    writer.write(file, 0, stated ? bytes.getLong(seqAt) : 0);
    assertThat(reader.take(file, 0)).isTrue();
    return true;
  }
}
