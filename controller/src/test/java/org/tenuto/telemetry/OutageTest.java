package org.tenuto.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tenuto.telemetry.ScriptedBroker.Manner;

/**
 * The real publisher and the real client, on a real socket, and a broker that treats them badly:
 * every event arrives, in order, and nothing is piled up.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutageTest {

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MIB = 1 << 20;
  private static final int FLAPS = 12;

  private final TestDevice device = new TestDevice();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicLong aheadNs = new AtomicLong();

  /** Why the connection before was lost, of each attempt. */
  private final List<String> problems = new CopyOnWriteArrayList<>();

  private ScriptedBroker broker;
  private TelemetryPublisher publisher;
  private TelemetryThread thread;

  @BeforeEach
  void prepare() throws Exception {
    broker = new ScriptedBroker(this::nowNs);
    Broker mqtt = new MqttBroker(TelemetryConfig.of(broker.url(), "ward", "pump1"));
    Broker counted =
        (will, nowNs) -> {
          attempts.incrementAndGet();
          problems.add(publisher.state().problem());
          return mqtt.connect(will, nowNs);
        };
    publisher = new TelemetryPublisher(counted, device, device, InstantSource.system());
    thread = new TelemetryThread(publisher, this::nowNs);
  }

  private long nowNs() {
    return System.nanoTime() + aheadNs.get();
  }

  @AfterEach
  void endEverything() {
    thread.close();
    broker.close();
  }

  /** Waits until the broker has all events there are, and looks at the order they first came in. */
  private void requireEverything(long events) {
    await("every event acknowledged").atMost(LONG).until(() -> device.acknowledged() == events);
    assertThat(broker.got().stream().distinct())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
  }

  @Test
  void downBeforeTheStart() throws Exception {
    broker.goAway();
    device.addEvents(100);
    thread.start();
    await().atMost(LONG).until(() -> !publisher.state().problem().startsWith("not connected"));
    broker.comeBack();
    requireEverything(100);
  }

  /** Ten minutes pass, one with each attempt, and an event each second. */
  @Test
  void downForTenMinutesInTheMiddle() throws Exception {
    device.addEvents(20);
    thread.start();
    await().atMost(LONG).until(() -> device.acknowledged() == 20);
    broker.goAway();
    await().atMost(LONG).until(() -> !publisher.state().connected());
    long heap = usedHeap();
    for (int minute = 0; minute < 10; minute++) {
      device.addEvents(60);
      int before = attempts.get();
      aheadNs.addAndGet(60 * SECOND_NS);
      await("another attempt").atMost(LONG).until(() -> attempts.get() > before);
    }
    assertThat(publisher.state().connected()).isFalse();
    await().atMost(LONG).until(() -> publisher.state().backlog() == 600);
    assertThat(usedHeap() - heap).isLessThan(8 * MIB);
    broker.comeBack();
    requireEverything(620);
  }

  @Test
  void flapping() {
    broker.turn(Manner.FLAPPING);
    device.addEvents(40);
    thread.start();
    for (int second = 0; second < FLAPS; second++) {
      await("connected").atMost(LONG).until(() -> publisher.state().connected());
      device.addEvents(1);
      aheadNs.addAndGet(SECOND_NS);
      await("hung up").atMost(LONG).until(() -> broker.flap() > 0);
      await("lost").atMost(LONG).until(() -> !publisher.state().connected());
    }
    assertThat(attempts.get()).isGreaterThanOrEqualTo(FLAPS);
    broker.turn(Manner.GOOD);
    requireEverything(40 + FLAPS);
  }

  @Test
  void neverAcknowledging() {
    broker.turn(Manner.MUTE);
    device.addEvents(50);
    thread.start();
    await("given up")
        .atMost(LONG)
        .until(() -> publisher.state().problem().contains("acknowledge"));
    assertThat(device.acknowledged()).isZero();
    broker.turn(Manner.GOOD);
    requireEverything(50);
  }

  @Test
  void slow() {
    broker.turn(Manner.SLOW);
    thread.start();
    await("connected").atMost(LONG).until(() -> publisher.state().connected());
    long heap = usedHeap();
    device.addEvents(5_000);
    await("some come all the same").atMost(LONG).until(() -> device.acknowledged() > 20);
    assertThat(usedHeap() - heap).isLessThan(8 * MIB);
    device.addEvents(-4_000);
    broker.turn(Manner.GOOD);
    requireEverything(1_000);
  }

  /** None of it is taken, none of it harms, and each time what is due goes on. */
  @Test
  void hostile() {
    broker.turn(Manner.HOSTILE);
    thread.start();
    long heap = usedHeap();
    await("every attack")
        .atMost(Duration.ofSeconds(200))
        .until(
            () -> {
              if (device.acknowledged() == device.lastWireSeq()) {
                device.addEvents(1);
              }
              return broker.attacks() > ScriptedBroker.kindsOfAttack();
            });
    assertThat(usedHeap() - heap).isLessThan(8 * MIB);
    broker.turn(Manner.GOOD);
    requireEverything(device.lastWireSeq());
  }

  /** It swallows every acknowledgement that follows: after 15 s without one we hang up. */
  @Test
  void anEndlessMessageCostsOneConnection() {
    broker.turn(Manner.ENDLESS);
    device.addEvents(1);
    thread.start();
    await("another attempt").atMost(LONG).until(() -> problems.size() > 1);
    assertThat(problems.get(1)).contains("acknowledge");
    broker.turn(Manner.GOOD);
    requireEverything(1);
  }

  /** The client would make 256 MiB of room for it at once. */
  @Test
  void aHugeMessageIsNotMadeRoomFor() {
    broker.turn(Manner.HUGE);
    device.addEvents(1);
    long heap = usedHeap();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    thread.start();
    await("more attempts").atMost(LONG).until(() -> problems.size() > 3);
    assertThat(problems.subList(1, 4))
        .containsOnly("the broker announces a packet of 268435455 bytes, expected at most 16384");
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    assertThat(peak - heap).isLessThan(128 * MIB);
    broker.turn(Manner.GOOD);
    requireEverything(1);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
