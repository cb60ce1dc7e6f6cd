package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.simulator.fault.BrokerFaults;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultSchedule;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.telemetry.BrokerLink;
import org.tenuto.telemetry.Envelope;
import org.tenuto.telemetry.EventFeed;
import org.tenuto.telemetry.TelemetryPublisher;
import org.tenuto.telemetry.TelemetrySource;

/** The broker, alone and with the real publisher before it. */
class ModelledBrokerTest {

  private static final long MS = 1_000_000;
  private static final long S = 1_000 * MS;
  private static final Envelope WILL = message("conn", 1);
  private static final Envelope EVENT = message("event", 1);
  private static final Envelope LIVE = message("live", 0);

  private final PresentFaults present = new PresentFaults();
  private final ModelledBroker broker =
      new ModelledBroker(present, new SplittableRandom(1), Tripwire.never());
  private final List<Long> acknowledgedNs = new ArrayList<>();
  private long nowNs = 5 * S;

  private static Envelope message(String topic, int qos) {
    return new Envelope(topic, "tenuto.test", ByteString.EMPTY, qos, false, 0);
  }

  private BrokerLink connected() {
    BrokerLink link = broker.connect(WILL, nowNs);
    pass(1);
    assertThat(link.connected()).isTrue();
    return link;
  }

  private void pass(long ms) {
    for (long i = 0; i < ms; i++) {
      nowNs += MS;
      broker.advance(nowNs);
    }
  }

  private boolean publish(BrokerLink link, Envelope envelope) {
    return link.publish(envelope, () -> acknowledgedNs.add(nowNs));
  }

  private Fault begin(String text) {
    Fault fault = Fault.parse(text);
    present.begins(fault);
    return fault;
  }

  @Test
  void withNothingWrongAllComesAndIsAcknowledgedAtOnce() {
    BrokerLink link = connected();
    for (int i = 0; i < 5; i++) {
      assertThat(publish(link, EVENT)).isTrue();
    }
    pass(1);
    assertThat(acknowledgedNs).hasSize(5);
    assertThat(broker.received().count("event")).isEqualTo(5);
    pass(60_000);
    assertThat(link.problem(nowNs)).isNull();
    assertThat(broker.received().count("conn")).isZero();
  }

  @Test
  void aBrokerThatIsDownTakesNobodyAndLosesEverybody() {
    BrokerLink before = connected();
    Fault down = begin("broker-down@0s+1s");
    pass(1);
    assertThat(before.problem(nowNs)).isEqualTo("connection lost");
    assertThat(publish(before, EVENT)).isFalse();
    assertThat(broker.received().count("event")).isZero();
    assertThat(broker.received().lastIs(WILL)).isTrue();
    BrokerLink meanwhile = broker.connect(WILL, nowNs);
    pass(1);
    assertThat(meanwhile.connected()).isFalse();
    assertThat(meanwhile.problem(nowNs)).contains("Connection refused");
    present.ends(down);
    pass(1);
    assertThat(meanwhile.connected()).isFalse();
    assertThat(publish(connected(), EVENT)).isTrue();
    assertThat(broker.received().count("conn")).isEqualTo(1);
    assertThat(broker.attempts()).isEqualTo(3);
  }

  @Test
  void aSlowBrokerAcknowledgesLaterByJustSoMuch() {
    BrokerLink link = connected();
    begin("broker-slow@0s+1s:500");
    publish(link, EVENT);
    pass(499);
    assertThat(acknowledgedNs).isEmpty();
    pass(1);
    assertThat(acknowledgedNs).hasSize(1);
  }

  @Test
  void aBrokerThatIsTooSlowToTakeAConnectionIsGivenUp() {
    begin("broker-slow@0s+1s:5000");
    BrokerLink link = broker.connect(WILL, nowNs);
    pass(3_000);
    assertThat(link.problem(nowNs)).isNull();
    pass(1);
    assertThat(link.problem(nowNs)).startsWith("Timed out");
  }

  @Test
  void oneThatNeverAcknowledgesIsNoticedAfterFifteenSeconds() {
    BrokerLink link = connected();
    begin("broker-unacknowledging@0s+1s");
    publish(link, EVENT);
    assertThat(broker.received().count("event")).isEqualTo(1);
    pass(15_000);
    assertThat(link.problem(nowNs)).isNull();
    pass(1);
    assertThat(link.problem(nowNs)).isEqualTo("broker acknowledges nothing");
    assertThat(acknowledgedNs).isEmpty();
  }

  @Test
  void oneThatHangsUpDoesSoAfterSoManyMessagesOfEachConnection() {
    begin("broker-hangup@0s+1s:3");
    for (int connection = 0; connection < 3; connection++) {
      BrokerLink link = connected();
      for (int i = 0; i < 3; i++) {
        publish(link, EVENT);
        assertThat(link.problem(nowNs)).isNull();
      }
      publish(link, EVENT);
      assertThat(link.problem(nowNs)).isEqualTo("connection lost");
      pass(1);
    }
    // What was not acknowledged by then never is.
    assertThat(acknowledgedNs).isEmpty();
    assertThat(broker.received().count("event")).isBetween(9, 12);
  }

  @ParameterizedTest
  @CsvSource({"128, 0x80", "151, 0x97"})
  void aRefusalIsSaidOfWhatIsToBeAcknowledgedAlone(long code, String said) {
    BrokerLink link = connected();
    begin("broker-refusal@0s+1s:" + code);
    publish(link, LIVE);
    assertThat(link.problem(nowNs)).isNull();
    assertThat(acknowledgedNs).hasSize(1);
    publish(link, EVENT);
    pass(1);
    assertThat(link.problem(nowNs)).isEqualTo("broker refused a message, reason code " + said);
    assertThat(acknowledgedNs).hasSize(1);
    assertThat(broker.received().count("event") + broker.received().count("live")).isZero();
  }

  @Test
  void aGoodbyeIsTheLastWordAndWithoutOneTheWillIs() throws Exception {
    Envelope goodbye = message("conn", 0);
    connected().close(goodbye);
    assertThat(broker.received().lastIs(goodbye)).isTrue();
    connected().abandon();
    assertThat(broker.received().lastIs(WILL)).isTrue();
    assertThat(broker.received().count("conn")).isEqualTo(2);
    BrokerLink lost = connected();
    begin("broker-down@0s+1s");
    pass(1);
    assertThatThrownBy(() -> lost.close(goodbye))
        .isInstanceOf(IOException.class)
        .hasMessage("connection lost");
    assertThat(broker.received().lastIs(WILL)).isTrue();
  }

  /** Whatever the broker does: nothing is skipped, nothing changed, nothing acknowledged unseen. */
  @ParameterizedTest
  @ValueSource(longs = {0, 100, 200, 300})
  void everyEventComesInTheEndWhateverTheBrokerDid(long first) {
    for (long seed = first; seed < first + 25; seed++) {
      Session session = new Session(seed, Tripwire.never());
      session.pass(600 * S);
      session.judge("seed " + seed + " " + session.script);
    }
  }

  /** And whichever operation fails. */
  @Test
  void everyEventComesInTheEndWhicheverOperationFails() {
    for (long n = 1; n <= 60; n++) {
      Tripwire tripwire = Tripwire.at(n);
      Session session = new Session(FaultScript.EMPTY, n, tripwire);
      session.pass(500 * S);
      assertThat(tripwire.reached()).isTrue();
      assertThat(session.broker.attempts()).isEqualTo(2);
      session.judge("operation " + n);
    }
  }

  @Test
  void sameSeedSameMessages() {
    for (long seed = 0; seed < 5; seed++) {
      Session one = new Session(seed, Tripwire.never());
      Session other = new Session(seed, Tripwire.never());
      one.pass(600 * S);
      other.pass(600 * S);
      assertThat(one.broker.received().wireSeqs()).isEqualTo(other.broker.received().wireSeqs());
      assertThat(one.broker.attempts()).isEqualTo(other.broker.attempts());
    }
  }

  /** A device that has an event every 2 s for 8 minutes, the real publisher, and the broker. */
  private static final class Session implements EventFeed, TelemetrySource {

    private static final long EVENT_EVERY_NS = 2 * S;
    private static final long HORIZON_NS = 480 * S;

    final FaultScript script;
    final ModelledBroker broker;
    private final FaultSchedule schedule;
    private final TelemetryPublisher publisher;
    private final List<SealedEvent> events = new ArrayList<>();
    private long acknowledged;
    private long nowNs;

    Session(long seed, Tripwire tripwire) {
      this(
          new FaultScript(BrokerFaults.unlimited().draw(new SplittableRandom(seed), HORIZON_NS)),
          seed,
          tripwire);
    }

    Session(FaultScript script, long seed, Tripwire tripwire) {
      PresentFaults present = new PresentFaults();
      this.script = script;
      schedule = new FaultSchedule(script, present);
      broker = new ModelledBroker(present, new SplittableRandom(seed), tripwire);
      publisher = new TelemetryPublisher(broker, this, this, () -> Instant.ofEpochSecond(0, nowNs));
    }

    void pass(long durationNs) {
      for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
        nowNs += 10 * MS;
        schedule.advance(nowNs);
        broker.advance(nowNs);
        if (nowNs % EVENT_EVERY_NS == 0 && nowNs <= HORIZON_NS) {
          long seq = events.size() + 1L;
          events.add(
              SealedEvent.newBuilder()
                  .setWireSeq(seq)
                  .setBody(ByteString.copyFromUtf8("event " + seq))
                  .build());
        }
        if (nowNs % TelemetryPublisher.TICK_NS == 0) {
          publisher.tick(nowNs);
        }
        assertThat(acknowledged).isLessThanOrEqualTo(broker.received().completeTo());
      }
    }

    void judge(String what) {
      assertThat(publisher.state().connected()).as(what).isTrue();
      assertThat(broker.received().completeTo()).as(what).isEqualTo(events.size());
      assertThat(acknowledged).as(what).isEqualTo(events.size());
      assertThat(broker.received().wireSeqs().stream().distinct())
          .as(what)
          .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
      for (SealedEvent event : broker.received().events()) {
        assertThat(event.getBody()).isEqualTo(events.get((int) event.getWireSeq() - 1).getBody());
      }
    }

    @Override
    public List<SealedEvent> after(long wireSeq, int limit) {
      int from = (int) wireSeq;
      return events.subList(from, Math.min(events.size(), from + limit));
    }

    @Override
    public long lastWireSeq() {
      return events.size();
    }

    @Override
    public long acknowledged() {
      return acknowledged;
    }

    @Override
    public void acknowledge(long wireSeq) {
      acknowledged = wireSeq;
    }

    @Override
    public Birth birth() {
      return Birth.getDefaultInstance();
    }

    @Override
    public Live live() {
      return Live.getDefaultInstance();
    }

    @Override
    public Last last() {
      return Last.getDefaultInstance();
    }

    @Override
    public Diag diag() {
      return Diag.getDefaultInstance();
    }

    @Override
    public Set<String> alarmConditions() {
      return Set.of("PUMP_SILENT");
    }

    @Override
    public long statusVersion() {
      return 1;
    }
  }
}
