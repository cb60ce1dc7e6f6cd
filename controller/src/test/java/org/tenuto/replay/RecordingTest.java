package org.tenuto.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.control.BootRecord;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.PumpCapability;

/** What was told once is told again, in the same order and to the last bit. */
class RecordingTest {

  private static final int CALLS = 20_000;
  private static final ExecutorSetUp SET_UP =
      new ExecutorSetUp(
          new BootRecord(0x8000_0000_0000_0001L, "b", "timing: \u00b5s", 15, "ab".repeat(32), true),
          CheckThresholds.USUAL.with(Threshold.STATION_SILENT_MS, 3_999),
          new PumpCapability("NE-1000", true, true, true, false, true, false),
          true,
          NewEraModel.of("ne4000"),
          StepperBuild.USUAL);

  private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();

  /** One call that tells something: a number, or bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Call(Input kind, long number, byte[] bytes) {

    static Call random(SplittableRandom random) {
      Input[] kinds = Input.values();
      Input kind = kinds[random.nextInt(kinds.length)];
      if (kind == Input.COMMAND || kind == Input.LINE_READ) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? random.nextInt(64) : 0];
        random.nextBytes(bytes);
        return new Call(kind, 0, bytes);
      }
      long number = random.nextInt(4) == 0 ? random.nextLong() >> random.nextInt(64) : 0;
      return new Call(kind, number, new byte[0]);
    }

    void tell(Trace trace) {
      if (kind == Input.COMMAND || kind == Input.LINE_READ) {
        byte[] buffer = bytes.clone();
        assertThat(trace.bytes(kind, buffer, buffer.length)).isEqualTo(bytes.length);
      } else {
        assertThat(trace.note(kind, number)).isEqualTo(number);
      }
    }

    void hear(Trace trace) {
      if (kind == Input.COMMAND || kind == Input.LINE_READ) {
        byte[] buffer = new byte[64];
        int count = trace.bytes(kind, buffer, 0);
        assertThat(java.util.Arrays.copyOf(buffer, count)).isEqualTo(bytes);
      } else {
        assertThat(trace.note(kind, ~number)).as("%s", kind).isEqualTo(number);
      }
    }
  }

  private Recording recording() {
    var recording = new Recording((bytes, length) -> recorded.write(bytes, 0, length));
    recording.begin(SET_UP);
    return recording;
  }

  private Playback playback() {
    return playback(recorded.toByteArray());
  }

  private static Playback playback(byte[] bytes) {
    var reader = new TraceReader(bytes);
    assertThat(ExecutorSetUp.of(reader.bytes()).toBytes()).isEqualTo(SET_UP.toBytes());
    return new Playback(reader);
  }

  private static List<Call> calls(long seed) {
    var random = new SplittableRandom(seed);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(Call.random(random));
    }
    return calls;
  }

  private void record(List<Call> calls) {
    Recording recording = recording();
    for (Call call : calls) {
      call.tell(recording);
      recording.cycleDone();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyCallIsToldAgain(long seed) {
    List<Call> calls = calls(seed);
    record(calls);

    Playback playback = playback();
    calls.forEach(call -> call.hear(playback));

    assertThat(playback.isOver()).isTrue();
  }

  /** A device that lost power: whatever the last byte is, all whole answers before it are told. */
  @Test
  void anyBeginningOfItIsToldAgain() {
    List<Call> calls = calls(6).subList(0, 300);
    record(calls);
    byte[] whole = recorded.toByteArray();
    int setUp = SET_UP.toBytes().length + 2;

    for (int length = setUp; length < whole.length; length++) {
      Playback playback = playback(java.util.Arrays.copyOf(whole, length));
      for (int i = 0; !playback.isOver(); i++) {
        calls.get(i).hear(playback);
      }
    }
  }

  @Test
  void nothingIsWrittenForWhatIsAsBefore() {
    Recording recording = recording();
    recording.cycleDone();
    int begun = recorded.size();
    for (int i = 0; i < 1_000; i++) {
      recording.note(Input.HEARTBEAT, 0);
      recording.bytes(Input.LINE_READ, new byte[8], 0);
      recording.cycleDone();
    }

    assertThat(recorded.size()).isEqualTo(begun);
  }

  @Test
  void anotherQuestionThanTheRecordedOneIsNoticed() {
    differs(playback -> playback.note(Input.PAGE_SHOWS, 0), "it asks for PAGE_SHOWS, recorded is");
    differs(playback -> playback.bytes(Input.LINE_READ, new byte[8], 0), "LINE_READ");
  }

  @Test
  void moreBytesThanAskedForAreNoticed() {
    Recording recording = recording();
    recording.bytes(Input.LINE_READ, new byte[9], 9);
    recording.cycleDone();

    assertThatThrownBy(() -> playback().bytes(Input.LINE_READ, new byte[8], 0))
        .hasMessage("LINE_READ with 9 bytes: expected at most 8");
  }

  private void differs(Consumer<Playback> question, String expected) {
    recorded.reset();
    Recording recording = recording();
    recording.note(Input.HEARTBEAT, 5);
    recording.cycleDone();

    assertThatThrownBy(() -> question.accept(playback()))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(expected);
  }

  /** More in one cycle than there is room for ends the recording whole: no hole in its middle. */
  @Test
  void whatDoesNotFitEndsTheRecording() {
    Recording recording = recording();
    recording.note(Input.HEARTBEAT, 1);
    recording.cycleDone();
    int before = recorded.size();
    for (int i = 0; i < 20; i++) {
      recording.bytes(Input.COMMAND, new byte[4_096], 4_096);
    }
    recording.cycleDone();
    recording.note(Input.HEARTBEAT, 2);
    recording.cycleDone();

    assertThat(recorded.size()).isEqualTo(before);
  }

  @Test
  void aRecordingOfAnotherFormatIsRefused() {
    byte[] bytes = SET_UP.toBytes();
    bytes[1]++;

    assertThatThrownBy(() -> ExecutorSetUp.of(bytes))
        .hasMessage("recording of format 2: expected 1");
    assertThatThrownBy(() -> ExecutorSetUp.of(new byte[0]))
        .hasMessage("the recording does not begin with a set-up");
  }
}
