package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.simulator.broker.BadBroker;
import org.tenuto.simulator.broker.Manner;

/** Telemetry through a real broker to a subscriber that knows nothing of us. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class BrokerSystemTest {

  private static final long MINUTE_NS = 60_000_000_000L;

  @TempDir private Path dir;
  private Mosquitto broker;

  @BeforeEach
  void prepare() throws Exception {
    broker = new Mosquitto(dir);
  }

  @AfterEach
  void endEverything() throws Exception {
    broker.endBoth();
  }

  @Test
  void everythingOnRecordArrives() throws Exception {
    broker.start();
    broker.subscribe();
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only", "--broker", broker.url())) {
      assertThat(demo.brokerUrl()).isEqualTo(broker.url());
      Ward ward = new Ward(demo.stationUrl());
      ward.infuse(Ward.USUAL_ORDER, demo.truth());
      await("live").atMost(Tenuto.LONG).until(() -> lastLive().getProgress().getAtLeastNl() > 0);
      assertThat(lastLive().getStatus().getState()).isEqualTo("INFUSING");
      assertThat(lastLive().getStatus().getOrder().getRateNlPerH()).isEqualTo(52_500_000);
      assertThat(lastConn().getState()).isEqualTo(Conn.State.ONLINE);
      ward.post("stop", Map.of());
      ward.awaitState("IDLE");
      demo.stop();
      awaitEventsTo(Logbook.read(demo.journal()).lastWireSeq());
      await("the last word")
          .atMost(Tenuto.LONG)
          .until(() -> lastConn().getState() == Conn.State.OFFLINE);
    }
    assertThat(events())
        .anyMatch(event -> event.getBody().hasOrderReadBack())
        .anyMatch(event -> event.getBody().getStateChanged().getTo().equals("INFUSING"))
        .anyMatch(event -> event.getBody().hasHaltTaken())
        .anyMatch(event -> event.getBody().hasStationStopped());
  }

  /**
   * It is down at the start, comes, and is killed while infusing: that delays and loses nothing.
   */
  @Test
  void aBrokerThatFailsDelaysAndLosesNothing() throws Exception {
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only", "--broker", broker.url())) {
      Ward ward = new Ward(demo.stationUrl());
      ward.infuse(Ward.MINUTE_ORDER, demo.truth());
      broker.start();
      broker.subscribe();
      awaitEventsTo(Logbook.read(demo.journal()).lastWireSeq());
      broker.saveSessions();
      assertThat(ward.state()).as("still under way when the broker dies").isEqualTo("INFUSING");
      broker.kill9();

      ward.awaitState("COMPLETE");
      requireOnTime(Truth.read(demo.truth()));
      broker.start();
      awaitEventsTo(Logbook.read(demo.journal()).lastWireSeq());
      assertThat(events())
          .anyMatch(event -> event.getBody().getStateChanged().getTo().equals("COMPLETE"));
    }
  }

  /**
   * Whatever the broker does to it while it infuses: nothing is lost, nothing is told twice in two
   * ways, and the plunger goes as ordered.
   */
  @Test
  void aBrokerOfBadMannersDelaysAndLosesNothing() throws Exception {
    try (DemoProcess demo = DemoProcess.start(dir, "--orders-only", "--broker", broker.url())) {
      Ward ward = new Ward(demo.stationUrl());
      ward.infuse(Ward.USUAL_ORDER, demo.truth());
      Truth.Moment from = Truth.read(demo.truth()).last();
      for (Manner manner : Manner.values()) {
        try (BadBroker bad = new BadBroker(manner, broker.port())) {
          int enough = manner == Manner.FLAPPING ? 3 : 1;
          await(manner + " is tried").atMost(Tenuto.LONG).until(() -> bad.connections() >= enough);
          awaitDelivered(demo.truth(), 50_000);
        }
      }
      requireFlowRate(from, Truth.read(demo.truth()).last(), 52.5);
      ward.post("stop", Map.of());
      ward.awaitState("IDLE");

      broker.start();
      broker.subscribe();
      awaitEventsTo(Logbook.read(demo.journal()).lastWireSeq());
      requireSameWordsEachTime();
      assertThat(events()).anyMatch(event -> event.getBody().hasHaltTaken());
    }
  }

  /** So much more than now. */
  private static void awaitDelivered(Path truth, long moreNl) {
    long fromNl = Truth.read(truth).last().deliveredNl();
    await("delivery goes on")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(truth).last().deliveredNl() >= fromNl + moreNl);
  }

  private static void requireFlowRate(Truth.Moment from, Truth.Moment to, double mlPerH) {
    double h = (to.monoNs() - from.monoNs()) / 3.6e12;
    assertThat((to.deliveredNl() - from.deliveredNl()) / 1e6 / h)
        .as("flow rate over %.1f s, mL/h", h * 3_600)
        .isBetween(mlPerH * 0.98, mlPerH * 1.02);
  }

  /** An event that comes again comes as it was. */
  private void requireSameWordsEachTime() {
    Map<Long, List<Event>> bySeq =
        events().stream().collect(Collectors.groupingBy(Event::getWireSeq));
    assertThat(bySeq).allSatisfy((seq, same) -> assertThat(same.stream().distinct()).hasSize(1));
  }

  /** 0.7 mL at 42 mL/h take 60 s, whatever the broker does; the motor is only slower if stalled. */
  private static void requireOnTime(Truth truth) {
    long fromNs = truth.firstMoving().orElseThrow().monoNs();
    long toNs = truth.lastMoving().orElseThrow().monoNs();
    assertThat(toNs - fromNs).isBetween(MINUTE_NS * 99 / 100, MINUTE_NS * 101 / 100);
    assertThat(truth.last().deliveredNl()).isBetween(699_300L, 701_000L);
  }

  /**
   * Waits for the event with this number; then all before it have to be there, in order. More may
   * have happened since.
   */
  private void awaitEventsTo(long lastWireSeq) {
    assertThat(lastWireSeq).isGreaterThan(5);
    await("event " + lastWireSeq)
        .atMost(Tenuto.LONG)
        .until(() -> events().stream().anyMatch(event -> event.getWireSeq() == lastWireSeq));
    // At least once: a repetition is none of the broker's faults we test for.
    assertThat(
            events().stream()
                .map(Event::getWireSeq)
                .filter(seq -> seq <= lastWireSeq)
                .distinct()
                .toList())
        .isEqualTo(LongStream.rangeClosed(1, lastWireSeq).boxed().toList());
  }

  private List<Event> events() {
    return broker.received("event").stream()
        .map(message -> parsed(() -> Event.parseFrom(message.payload())))
        .toList();
  }

  private Live lastLive() {
    List<Mosquitto.Received> all = broker.received("live");
    return all.isEmpty()
        ? Live.getDefaultInstance()
        : parsed(() -> Live.parseFrom(all.getLast().payload()));
  }

  private Conn lastConn() {
    List<Mosquitto.Received> all = broker.received("conn");
    return parsed(() -> Conn.parseFrom(all.getLast().payload()));
  }

  private interface Parsing<T> {
    T parse() throws InvalidProtocolBufferException;
  }

  private static <T> T parsed(Parsing<T> parsing) {
    try {
      return parsing.parse();
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
