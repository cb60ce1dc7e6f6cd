package org.tenuto.link;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.ExecutorEvent.Answered;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Start;
import org.tenuto.control.StatusSnapshot;

class CodecTest {

  private final Samples samples = new Samples(20_260_101);
  private final MemorySegment file = Arena.ofAuto().allocate(LinkLayout.EVENT_BYTES, 8);
  private final SlotWriter writer = new SlotWriter(LinkLayout.EVENT_BYTES);
  private final SlotReader reader = new SlotReader(LinkLayout.EVENT_BYTES);

  @Test
  void everyCommandComesBackEqual() {
    SlotWriter commandWriter = new SlotWriter(LinkLayout.COMMAND_BYTES);
    SlotReader commandReader = new SlotReader(LinkLayout.COMMAND_BYTES);
    for (int i = 0; i < 5_000; i++) {
      StationCommand command = samples.command(i % Samples.COMMAND_TYPES, i + 1L, i);
      CommandCodec.encode(command, commandWriter);
      assertThat(commandWriter.refusal()).isNull();
      commandWriter.write(file, 0, i);
      assertThat(commandReader.take(file, 0)).isTrue();
      assertThat(CommandCodec.decode(commandReader)).isEqualTo(command);
    }
  }

  @Test
  void everyEventComesBackEqual() {
    for (int i = 0; i < 10_000; i++) {
      ExecutorEvent event = samples.event(i % Samples.EVENT_TYPES, i);
      EventCodec.encode(event, writer);
      assertThat(writer.refusal()).isNull();
      writer.write(file, 0, i);
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(EventCodec.decode(reader)).isEqualTo(event);
    }
  }

  @Test
  void samplesCoverEveryType() {
    assertThat(StationCommand.class.getPermittedSubclasses()).hasSize(Samples.COMMAND_TYPES);
    assertThat(ExecutorEvent.class.getPermittedSubclasses()).hasSize(Samples.EVENT_TYPES);
  }

  @Test
  void everyFieldOfTheSnapshotComesBackEqual() throws IllegalAccessException {
    for (int i = 0; i < 1_000; i++) {
      StatusSnapshot sent = new StatusSnapshot();
      samples.fill(sent);
      SnapshotCodec.encode(sent, writer);
      writer.write(file, 0, i);
      StatusSnapshot read = new StatusSnapshot();
      assertThat(reader.take(file, 0)).isTrue();
      assertThat(SnapshotCodec.decode(reader, read)).isTrue();
      assertThat(read).usingRecursiveComparison().isEqualTo(sent);
    }
  }

  @Test
  void aMalformedSnapshotLeavesTheOldOneAlone() {
    SnapshotCodec.encode(new StatusSnapshot(), writer);
    writer.u8(0);
    writer.write(file, 0, 1);
    StatusSnapshot read = new StatusSnapshot();
    read.cycle = 7;
    assertThat(reader.take(file, 0)).isTrue();
    assertThat(SnapshotCodec.decode(reader, read)).isFalse();
    assertThat(read.cycle).isEqualTo(7);
  }

  @Test
  void cutsFreeTextWithAnEllipsisBetweenCharacters() {
    for (int length = 505; length < 520; length++) {
      String text = "a".repeat(length - 4) + "\uD83D\uDC89".repeat(3);
      Answered answered = new Answered(samples.stamp(1), 1, 1, 1, Answer.REFUSED, "CODE", text);
      EventCodec.encode(answered, writer);
      writer.write(file, 0, 1);
      assertThat(reader.take(file, 0)).isTrue();
      String read = ((Answered) decoded()).text();
      assertThat(read.getBytes(UTF_8)).hasSizeBetween(508, 512);
      assertThat(read).endsWith("…").doesNotContain("\uFFFD");
      assertThat(text).startsWith(read.substring(0, read.length() - 1));
    }
  }

  @Test
  void refusesAnIdThatIsTooLong() {
    Start start = new Start(new StationCommand.Header(1, 1, 1, 1, 1), 1, "f".repeat(65));
    CommandCodec.encode(start, writer);
    assertThat(writer.refusal()).isEqualTo("readBackHash has 65 bytes, expected at most 64");
  }

  @Test
  void refusesHalfACharacter() {
    Start start = new Start(new StationCommand.Header(1, 1, 1, 1, 1), 1, "a\uD83D");
    CommandCodec.encode(start, writer);
    assertThat(writer.refusal()).isEqualTo("readBackHash is not well-formed text");
  }

  /** Payloads with a good CRC and any content whatever: only length and sense protect then. */
  @Test
  void survivesAnyPayload() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      writer.begin();
      writer.u8(random.nextInt(17));
      for (int left = random.nextInt(200); left > 0; left--) {
        writer.u8(random.nextInt(3) == 0 ? random.nextInt(256) : 0);
      }
      writer.write(file, 0, 0);
      assertThat(reader.take(file, 0)).isTrue();
      ExecutorEvent event = EventCodec.decode(reader);
      assertThat(event == null || event.stamp().seq() == 0).isTrue();
      assertThat(reader.take(file, 0)).isTrue();
      StationCommand command = CommandCodec.decode(reader);
      assertThat(command == null || command.header().seq() == 0).isTrue();
    }
  }

  /** One bit turned anywhere in a slot: it is never taken for what was sent. */
  @Test
  void noticesEveryTurnedBit() {
    ExecutorEvent event = samples.event(3, 9);
    EventCodec.encode(event, writer);
    writer.write(file, 0, 9);
    int bytes = LinkLayout.SLOT_HEADER_BYTES + file.get(JAVA_INT, 8);
    for (int bit = 0; bit < bytes * 8; bit++) {
      turn(bit);
      assertThat(reader.take(file, 0)).as("bit " + bit).isFalse();
      turn(bit);
    }
    assertThat(reader.take(file, 0)).isTrue();
  }

  private void turn(int bit) {
    byte old = file.get(JAVA_BYTE, bit / 8);
    file.set(JAVA_BYTE, bit / 8, (byte) (old ^ (1 << (bit % 8))));
  }

  private ExecutorEvent decoded() {
    ExecutorEvent event = EventCodec.decode(reader);
    assertThat(event).isNotNull();
    return Objects.requireNonNull(event);
  }
}
