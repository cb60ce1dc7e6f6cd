package org.tenuto.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.StationStarted;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.simulator.boundary.ModelledBroker;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.fleet.Recording.Happened;
import org.tenuto.simulator.fleet.Recording.Sample;
import org.tenuto.simulator.fleet.Recording.Silence;
import org.tenuto.telemetry.Envelope;
import org.tenuto.telemetry.TelemetryPublisher;

/** A device of the fleet, stepped on a modelled broker. */
class FleetDeviceTest {

  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final long WALL_MS = 1_800_000_000_000L;
  private static final long START_NS = 77 * S;

  private final ModelledBroker broker =
      new ModelledBroker(new PresentFaults(), new SplittableRandom(1), Tripwire.never());
  private final List<Envelope> published = new ArrayList<>();
  private long nowNs = START_NS;

  FleetDeviceTest() {
    broker.watchedBy(published::add);
  }

  /** 40 s: a status each second, an event each 10 s, silent from 20 to 30 s. */
  private static Recording recording() {
    List<Sample> samples = new ArrayList<>();
    List<Happened> events = new ArrayList<>();
    for (int s = 0; s <= 40; s++) {
      Status status =
          Status.newBuilder()
              .setState(s < 10 ? "IDLE" : "INFUSING")
              .setOrder(OrderFigures.newBuilder().setOrderId("0123456789abcdef"))
              .build();
      Progress progress = Progress.newBuilder().setAtLeastNl(s).build();
      samples.add(new Sample(s * S, s < 10 ? 1 : 2, s, status, progress));
      if (s % 10 == 5) {
        events.add(new Happened(s * S, event(s)));
      }
    }
    List<Silence> silences = List.of(new Silence(20 * S, 30 * S));
    Birth birth = Birth.newBuilder().setLibraryHash("abc").build();
    return new Recording(1, 5 * S, 40 * S, birth, samples, List.of(), events, silences);
  }

  private static EventBody event(int second) {
    return EventBody.newBuilder()
        .setMonoNs((5 + second) * S)
        .setOrderId("0123456789abcdef")
        .setStationStarted(StationStarted.newBuilder().setBuild("event " + second))
        .build();
  }

  private FleetDevice device(String name, long seed) {
    InstantSource wall = () -> Instant.ofEpochMilli(WALL_MS + (nowNs - START_NS) / MS);
    Playing playing = new Playing(List.of(recording()), new SplittableRandom(seed), nowNs);
    beganNs = nowNs - playing.positionNs();
    return new FleetDevice(name, broker, playing, new Clocks(wall, 1_500, 1_000 * S));
  }

  private long beganNs;

  private void run(FleetDevice device, long untilNs) {
    while (nowNs < untilNs) {
      nowNs += TelemetryPublisher.TICK_NS;
      broker.advance(nowNs);
      device.tick(nowNs);
      broker.advance(nowNs);
    }
  }

  private List<Live> lives() throws InvalidProtocolBufferException {
    List<Live> lives = new ArrayList<>();
    for (Envelope envelope : published) {
      if (envelope.topic().equals("live")) {
        lives.add(Live.parseFrom(envelope.payload()));
      }
    }
    return lives;
  }

  private List<SealedEvent> events() throws InvalidProtocolBufferException {
    List<SealedEvent> events = new ArrayList<>();
    for (Envelope envelope : published) {
      if (envelope.topic().equals("event")) {
        events.add(SealedEvent.parseFrom(envelope.payload()));
      }
    }
    return events;
  }

  @Test
  void itSaysEachSecondWhatTheRecordingSaysWithItsOwnClocks() throws Exception {
    run(device("a", 3), START_NS + 5 * S);
    List<Live> lives = lives();
    assertThat(lives).hasSizeBetween(4, 6);
    for (int i = 0; i < lives.size(); i++) {
      Live live = lives.get(i);
      long machineNs = live.getMonoNs() - 1_000 * S;
      assertThat(live.getSeq()).isEqualTo(i + 1);
      assertThat(live.getWallMs()).isEqualTo(WALL_MS + (machineNs - START_NS) / MS + 1_500);
      assertThat(live.getProgress().getAtLeastNl()).isEqualTo((machineNs - beganNs) / S);
    }
  }

  @Test
  void whileTheRecordingIsSilentTheBrokerSaysOffline() throws Exception {
    FleetDevice device = device("a", 3);
    run(device, beganNs + 20 * S - TelemetryPublisher.TICK_NS);
    assertThat(device.state().connected()).isTrue();
    run(device, beganNs + 20 * S + 200 * MS);
    assertThat(device.state().connected()).isFalse();
    assertThat(published).last().satisfies(FleetDeviceTest::saysOffline);
    int heard = published.size();
    run(device, beganNs + 29 * S);
    assertThat(published).hasSize(heard);
    run(device, beganNs + 39 * S);
    assertThat(device.state().connected()).isTrue();
  }

  private static void saysOffline(Envelope envelope) throws InvalidProtocolBufferException {
    assertThat(envelope.topic()).isEqualTo("conn");
    assertThat(Conn.parseFrom(envelope.payload()).getState()).isEqualTo(Conn.State.OFFLINE);
  }

  @Test
  void itsEventsAreOneChainOverSeveralSessionsWithNoneMissing() throws Exception {
    FleetDevice device = device("a", 3);
    run(device, beganNs + 200 * S);
    List<SealedEvent> events = events();
    assertThat(events).hasSizeGreaterThan(8);
    for (int i = 1; i < events.size(); i++) {
      SealedEvent event = events.get(i);
      SealedEvent before = events.get(i - 1);
      assertThat(event.getWireSeq()).isEqualTo(before.getWireSeq() + 1);
      assertThat(event.getPreviousHash()).isEqualTo(before.getHash());
      ByteString seq = Hash.number(event.getWireSeq());
      assertThat(event.getHash()).isEqualTo(Hash.of(before.getHash(), seq, event.getBody()));
    }
  }

  @Test
  void anEventCarriesTheTimeItHappenedByTheDevicesOwnClock() throws Exception {
    run(device("a", 3), beganNs + 40 * S);
    for (SealedEvent sealed : events()) {
      EventBody body = EventBody.parseFrom(sealed.getBody());
      int second = Integer.parseInt(body.getStationStarted().getBuild().substring(6));
      assertThat(body.getMonoNs()).isEqualTo(beganNs + second * S + 1_000 * S);
    }
  }

  @Test
  void twoDevicesAndTwoSessionsHaveOrdersOfTheirOwn() throws Exception {
    run(device("a", 3), START_NS + 150 * S);
    List<String> first = orders();
    published.clear();
    run(device("b", 3), nowNs + 2 * S);
    assertThat(first).hasSizeGreaterThan(1).doesNotContain("0123456789abcdef");
    assertThat(first).doesNotContainAnyElementsOf(orders());
  }

  private List<String> orders() throws InvalidProtocolBufferException {
    return lives().stream()
        .map(live -> live.getStatus().getOrder().getOrderId())
        .distinct()
        .toList();
  }

  @Test
  void topicsAndQualityOfServiceAreADevices() {
    run(device("a", 3), START_NS + 15 * S);
    assertThat(published)
        .extracting(one -> one.topic() + " " + one.qos() + " " + one.retained())
        .contains("conn 1 true", "birth 1 true", "last 1 true", "live 0 false", "event 1 false");
    assertThat(published)
        .filteredOn(envelope -> envelope.topic().equals("event"))
        .allMatch(one -> one.schema().equals(Event.getDescriptor().getFullName()));
  }
}
