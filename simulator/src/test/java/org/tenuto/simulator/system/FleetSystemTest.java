package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Live;

/** A fleet on a real broker, as a subscriber that is not ours has it. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class FleetSystemTest {

  private static final int DEVICES = 5;

  @TempDir private Path dir;
  private Mosquitto broker;
  private Tenuto fleet;

  @BeforeEach
  void start() throws IOException {
    broker = new Mosquitto(dir);
    broker.start();
    broker.subscribe();
    fleet =
        Tenuto.start(dir, "simulator", "--fleet", "5", "--sessions", "1", "--broker", broker.url());
    await("every device lives").atMost(Tenuto.LONG).until(() -> lives().size() == DEVICES);
  }

  @AfterEach
  void end() throws InterruptedException {
    fleet.close();
    broker.endBoth();
  }

  /** Numbers of the live messages of each device, by its topic. */
  private Map<String, Long> lives() throws InvalidProtocolBufferException {
    Map<String, Long> last = new HashMap<>();
    for (Mosquitto.Received live : broker.received("live")) {
      long seq = Live.parseFrom(live.payload()).getSeq();
      Long before = last.put(live.topic(), seq);
      assertThat(seq).as(live.topic()).isIn(1L, before == null ? 1L : before + 1);
    }
    return last;
  }

  /** What the broker has been told last of each device's connection. */
  private List<Conn.State> said() throws InvalidProtocolBufferException {
    Map<String, Conn.State> last = new HashMap<>();
    for (Mosquitto.Received conn : broker.received("conn")) {
      last.put(conn.topic(), Conn.parseFrom(conn.payload()).getState());
    }
    return List.copyOf(last.values());
  }

  @Test
  void toldToEndEveryDeviceSaysGoodbye() throws Exception {
    await("going on").atMost(Tenuto.LONG).until(() -> broker.received("live").size() > 20);
    assertThat(fleet.stop().err()).isEmpty();
    assertThat(said()).hasSize(DEVICES).containsOnly(Conn.State.OFFLINE);
  }

  @Test
  void killedTheBrokerSaysItForThem() throws Exception {
    fleet.kill9();
    await("their wills")
        .atMost(Tenuto.LONG)
        .until(() -> said().stream().filter(Conn.State.OFFLINE::equals).count() == DEVICES);
  }
}
