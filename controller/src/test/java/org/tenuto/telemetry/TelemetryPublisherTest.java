package org.tenuto.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/** Stepped by the test, without a thread and without a network. */
class TelemetryPublisherTest {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long BEGIN_NS = 77 * SECOND_NS;

  private final InMemoryBroker broker = new InMemoryBroker();
  private final TestDevice device = new TestDevice();
  private long nowNs = BEGIN_NS;
  private final TelemetryPublisher publisher =
      new TelemetryPublisher(broker, device, device, () -> Instant.ofEpochSecond(nowNs));

  private void run(long forNs) {
    long untilNs = nowNs + forNs;
    while (nowNs < untilNs) {
      publisher.tick(nowNs);
      nowNs += TelemetryPublisher.TICK_NS;
    }
  }

  @Test
  void aBrokerThatIsDownIsTriedAgainAfterEverLongerWaits() {
    broker.down = "no route";
    run(60 * SECOND_NS);
    assertThat(broker.attemptsNs.stream().map(ns -> (ns - BEGIN_NS) / 1_000_000))
        .containsExactly(
            0L, 500L, 1_500L, 3_500L, 7_500L, 15_500L, 23_500L, 31_500L, 39_500L, 47_500L, 55_500L);
    assertThat(publisher.state().problem()).isEqualTo("no route");
    assertThat(publisher.state().connected()).isFalse();
  }

  @Test
  void afterASuccessTheFirstWaitIsShortAgain() {
    broker.down = "no route";
    run(20 * SECOND_NS);
    broker.down = null;
    run(10 * SECOND_NS);
    assertThat(publisher.state().connected()).isTrue();
    broker.down = "gone";
    run(TelemetryPublisher.TICK_NS);
    broker.attemptsNs.clear();
    long lostNs = nowNs - TelemetryPublisher.TICK_NS;
    run(SECOND_NS);
    assertThat(broker.attemptsNs.getFirst() - lostNs).isEqualTo(SECOND_NS / 2);
    assertThat(broker.wills).hasSize(1);
    assertThat(broker.wills.getFirst()).isEqualTo(Envelope.conn(Conn.State.OFFLINE));
  }

  @Test
  void nothingIsSaidBeforeTheBrokerTookTheConnection() {
    broker.taking = false;
    run(2 * SECOND_NS);
    assertThat(broker.received).isEmpty();
    assertThat(publisher.state().connected()).isFalse();
    broker.taking = true;
    run(SECOND_NS / 10);
    assertThat(broker.received.stream().map(Envelope::topic))
        .containsExactly(
            "conn", "birth", "live", "last", "alarm/LINE_LOST", "alarm/PUMP_SILENT", "diag");
  }

  @Test
  void theDeviceIsSentOnceASecondAndNeverTwiceAtOnceAfterAStall() {
    run(SECOND_NS * 41 / 4);
    assertThat(broker.on("live")).hasSize(11);
    nowNs += 30 * SECOND_NS;
    run(SECOND_NS / 5);
    assertThat(broker.on("live")).hasSize(12);
  }

  @Test
  void theLastIsSentAtOnceWhenItChangesAndElseEveryTenSeconds() throws Exception {
    run(9 * SECOND_NS);
    assertThat(broker.on("last")).hasSize(1);
    device.enter("INFUSING");
    run(TelemetryPublisher.TICK_NS);
    assertThat(broker.on("last")).hasSize(2);
    assertThat(last(1).getStatus().getState()).isEqualTo("INFUSING");
    run(9 * SECOND_NS);
    assertThat(broker.on("last")).hasSize(2);
    run(2 * SECOND_NS);
    assertThat(broker.on("last")).hasSize(3);
  }

  @Test
  void aStatusThatIsTheSameAfterAllIsNotSent() {
    run(SECOND_NS);
    device.enter("IDLE");
    run(SECOND_NS);
    assertThat(broker.on("last")).hasSize(1);
  }

  @Test
  void aStatusThereWasNoRoomForIsSentWhenThereIs() throws Exception {
    run(SECOND_NS);
    broker.full = true;
    device.enter("FAULT");
    run(SECOND_NS);
    assertThat(broker.on("last")).hasSize(1);
    broker.full = false;
    run(TelemetryPublisher.TICK_NS);
    assertThat(last(1).getStatus().getState()).isEqualTo("FAULT");
  }

  private Last last(int index) throws InvalidProtocolBufferException {
    return Last.parseFrom(broker.on("last").get(index).payload());
  }

  @Test
  void eventsWaitForTheBrokerAndComeInOrder() throws Exception {
    broker.acknowledging = false;
    device.addEvents(40);
    run(SECOND_NS);
    assertThat(broker.on("event")).hasSize(12);
    assertThat(device.acknowledged()).isZero();
    broker.acknowledging = true;
    broker.unacknowledged.forEach(Runnable::run);
    run(SECOND_NS);
    assertThat(wireSeqs()).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    assertThat(device.acknowledged()).isEqualTo(40);
    assertThat(publisher.state().backlog()).isZero();
  }

  private List<Long> wireSeqs() throws InvalidProtocolBufferException {
    List<Long> seqs = new ArrayList<>();
    for (Envelope envelope : broker.on("event")) {
      seqs.add(Event.parseFrom(envelope.payload()).getWireSeq());
    }
    return seqs;
  }

  /** The broker forgets a few, then acknowledges everything else: the others must not wait. */
  @Test
  void anEventThatIsNeverAcknowledgedEndsTheConnectionAndIsSentAgain() throws Exception {
    run(SECOND_NS);
    broker.acknowledging = false;
    device.addEvents(12);
    run(SECOND_NS);
    broker.acknowledging = true;
    device.addEvents(3);
    run(13 * SECOND_NS);
    assertThat(broker.attemptsNs).hasSize(1);
    run(3 * SECOND_NS);
    assertThat(broker.attemptsNs).hasSize(2);
    assertThat(device.acknowledged()).isEqualTo(15);
    assertThat(wireSeqs()).hasSize(27).endsWith(12L, 13L, 14L, 15L);
    run(60 * SECOND_NS);
    assertThat(broker.attemptsNs).hasSize(2);
  }

  @Test
  void whatADeviceBeforeLeftIsCleared() {
    device.alarm("PUMP_SILENT");
    run(SECOND_NS);
    assertThat(broker.on("alarm/LINE_LOST")).containsExactly(Envelope.noAlarm("LINE_LOST"));
    assertThat(broker.on("alarm/PUMP_SILENT"))
        .singleElement()
        .satisfies(e -> assertThat(alarm(e).getCondition()).isEqualTo("PUMP_SILENT"))
        .satisfies(e -> assertThat(e.retained()).isTrue())
        .satisfies(e -> assertThat(e.qos()).isEqualTo(1));
  }

  @Test
  void anAlarmIsRetainedWhileItIsActiveAndClearedAfter() throws Exception {
    run(SECOND_NS);
    broker.received.clear();
    device.alarm("PUMP_SILENT");
    run(20 * SECOND_NS);
    assertThat(broker.on("alarm/PUMP_SILENT")).hasSize(1);
    device.alarm();
    run(20 * SECOND_NS);
    assertThat(broker.on("alarm/PUMP_SILENT"))
        .hasSize(2)
        .endsWith(Envelope.noAlarm("PUMP_SILENT"));
    assertThat(broker.on("alarm/LINE_LOST")).isEmpty();
    broker.down = "gone";
    run(SECOND_NS / 20);
    broker.down = null;
    broker.received.clear();
    run(SECOND_NS);
    assertThat(broker.on("alarm/PUMP_SILENT"))
        .as("the clearing may have been lost")
        .containsExactly(Envelope.noAlarm("PUMP_SILENT"));
  }

  @Test
  void anAlarmThereWasNoRoomForIsSaidWhenThereIs() {
    run(SECOND_NS);
    broker.full = true;
    device.alarm("PUMP_SILENT");
    run(SECOND_NS);
    broker.full = false;
    run(TelemetryPublisher.TICK_NS);
    assertThat(broker.received.getLast().topic()).isEqualTo("alarm/PUMP_SILENT");
  }

  private static Alarm alarm(Envelope envelope) {
    try {
      return AlarmNow.parseFrom(envelope.payload()).getAlarm();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not what its topic says", e);
    }
  }

  /** However often it is stepped: the pace is one of time. */
  @Test
  void anOutageIsMadeUpForAtTwoHundredMessagesASecond() {
    device.addEvents(10_000);
    run(SECOND_NS);
    broker.received.clear();
    for (int i = 0; i < 10_000; i++) {
      publisher.tick(nowNs);
      nowNs += SECOND_NS / 1_000;
    }
    assertThat(broker.on("event")).hasSizeBetween(1_990, 2_012);
    broker.received.clear();
    run(10 * SECOND_NS);
    assertThat(broker.on("event")).hasSizeBetween(1_990, 2_012);
  }

  @Test
  void freshEventsGoAtOnce() {
    run(10 * SECOND_NS);
    device.addEvents(10);
    run(TelemetryPublisher.TICK_NS);
    assertThat(broker.on("event")).hasSize(10);
  }

  @Test
  void livesThereIsNoRoomForAreDroppedTheOldestFirst() throws Exception {
    run(SECOND_NS);
    broker.full = true;
    run(10 * SECOND_NS);
    broker.full = false;
    run(TelemetryPublisher.TICK_NS);
    assertThat(liveSeqs()).containsExactly(1L, 10L, 11L);
    run(10 * SECOND_NS);
    assertThat(Diag.parseFrom(broker.on("diag").getLast().payload()).getDroppedLive()).isEqualTo(8);
  }

  /** Handed over and not sent is on its way: no second one is piled on top of it. */
  @Test
  void onlyOneLiveIsAtTheConnection() throws Exception {
    broker.acknowledging = false;
    run(5 * SECOND_NS);
    assertThat(liveSeqs()).containsExactly(1L);
    broker.down = "gone";
    run(TelemetryPublisher.TICK_NS);
    broker.down = null;
    broker.acknowledging = true;
    run(SECOND_NS);
    assertThat(liveSeqs()).startsWith(1L, 6L);
    broker.unacknowledged.forEach(Runnable::run);
    run(SECOND_NS);
    assertThat(liveSeqs()).startsWith(1L, 6L, 7L);
    Diag diag = Diag.parseFrom(broker.on("diag").getLast().payload());
    assertThat(diag.getDroppedLive()).isEqualTo(4);
  }

  private List<Long> liveSeqs() throws InvalidProtocolBufferException {
    List<Long> seqs = new ArrayList<>();
    for (Envelope envelope : broker.on("live")) {
      seqs.add(Live.parseFrom(envelope.payload()).getSeq());
    }
    return seqs;
  }

  @Test
  void howItFaresIsToldEveryTenSeconds() throws Exception {
    run(SECOND_NS * 61 / 2);
    assertThat(broker.on("diag")).hasSize(4).allMatch(e -> e.qos() == 0 && !e.retained());
    broker.acknowledging = false;
    device.addEvents(40);
    run(10 * SECOND_NS);
    Diag diag = Diag.parseFrom(broker.on("diag").getLast().payload());
    assertThat(diag.getEventBacklog()).isEqualTo(40);
    assertThat(diag.getSkippedCycles()).isEqualTo(3);
    assertThat(diag.getSchema()).isEqualTo("tenuto.telemetry.v1.Diag");
  }

  @Test
  void closingSendsTheLastEventsAndSaysOffline() {
    run(SECOND_NS);
    device.addEvents(1);
    publisher.close(nowNs);
    assertThat(broker.on("event")).hasSize(1);
    assertThat(broker.lastWords).containsExactly(Envelope.conn(Conn.State.OFFLINE));
    assertThat(broker.wills).isEmpty();
    int said = broker.received.size();
    run(20 * SECOND_NS);
    assertThat(broker.received).hasSize(said);
    assertThat(broker.attemptsNs).hasSize(1);
    assertThat(publisher.state().connected()).isFalse();
  }

  @Test
  void closingWhileConnectingLeavesItToTheWill() {
    broker.taking = false;
    run(SECOND_NS);
    publisher.close(nowNs);
    assertThat(broker.lastWords).isEmpty();
    assertThat(broker.wills).hasSize(1);
  }
}
