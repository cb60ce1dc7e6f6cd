package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bad order is refused with one line by the running device, and changes nothing. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BadOrderSystemTest {

  @TempDir private Path dir;
  private Device device;
  private Ward ward;

  @BeforeEach
  void prepare() throws IOException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    ward = Device.at(device.startStation());
    ward.awaitState("IDLE");
  }

  @AfterEach
  void endEverything() {
    device.close();
  }

  @Test
  void anOrderThatIsNone() {
    refusedOrder("weight", "0", "WEIGHT_OUT_OF_LIMITS");
    refusedOrder("weight", "900", "WEIGHT_OUT_OF_LIMITS");
    refusedOrder("weight", "10.5.1", "NOT_A_NUMBER");
    refusedOrder("weight", "", "EMPTY");
    refusedOrder("weight", "-70", "NOT_A_NUMBER");
    refusedOrder("weight", "70kg", "NOT_A_NUMBER");
    refusedOrder("weight", "7e1", "NOT_A_NUMBER");
    refusedOrder("protocol", "NO-SUCH", "PROTOCOL_UNKNOWN");
    refusedOrder("protocol", "", "PROTOCOL_UNKNOWN");
    refusedOrder("concentration", "3", "CONCENTRATION_NOT_ALLOWED");
    refusedOrder("syringe", "TEASPOON", "SYRINGE_UNKNOWN");
    refusedOrder("loaded", "51", "LOADED_OUT_OF_LIMITS");
    assertThat(ward.state()).isEqualTo("IDLE");
    assertThat(Truth.read(device.truth()).last().deliveredNl()).isZero();
    assertThat(Logbook.read(device.journal()).has("Intent")).as("reached the record").isFalse();
  }

  /** Well-formed, so the executor itself judges it: more than was drawn up. */
  @Test
  void moreThanIsLoaded() throws Exception {
    JsonNode readBack = ward.propose(Ward.changed("loaded", "20"));
    assertThat(readBack.path("refused").asBoolean()).isTrue();
    assertThat(readBack.path("findings").findValuesAsText("severity")).contains("HARD");
    refusedLine(() -> start(readBack, readBack.path("hash").asText()));
    assertThat(ward.state()).isEqualTo("IDLE");
    assertThat(Truth.read(device.truth()).last().deliveredNl()).isZero();
  }

  @Test
  void aStartThatIsNotWhatWasShown() throws Exception {
    JsonNode readBack = ward.propose(Ward.USUAL_ORDER);
    ward.awaitState("READY");
    refusedLine(() -> start(readBack, "0".repeat(64)));
    refusedLine(() -> start(readBack, "no hash"));
    refusedLine(() -> ward.post("start", Map.of()));
    assertThat(Logbook.read(device.journal()).states()).doesNotContain("INFUSING");
    assertThat(Truth.read(device.truth()).last().deliveredNl()).isZero();
  }

  @Test
  void aSecondOrderWhileOneRuns() throws Exception {
    ward.infuse(Ward.USUAL_ORDER, device.truth());
    JsonNode before = ward.status().path("delivery");
    refusedLine(() -> ward.propose(Ward.MINUTE_ORDER));
    refusedLine(() -> ward.propose(Ward.USUAL_ORDER));
    refusedLine(() -> start(before, "0".repeat(64)));
    refusedLine(() -> ward.post("resume", Map.of("nonce", before.path("nonce").asText())));
    JsonNode after = ward.status().path("delivery");
    assertThat(ward.state()).isEqualTo("INFUSING");
    assertThat(after.path("nonce")).isEqualTo(before.path("nonce"));
    assertThat(after.path("ordered")).isEqualTo(before.path("ordered"));
    assertThat(after.path("orderedRate")).isEqualTo(before.path("orderedRate"));
    long nowNs = System.nanoTime();
    await("it goes on")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(device.truth()).anyAfter(nowNs, Truth.Moment::moving));
  }

  @Test
  void aStartUsedTwice() throws Exception {
    JsonNode readBack = ward.propose(Ward.USUAL_ORDER);
    start(readBack, readBack.path("hash").asText());
    ward.awaitState("INFUSING");
    ward.post("stop", Map.of());
    ward.awaitState("IDLE");
    refusedLine(() -> start(readBack, readBack.path("hash").asText()));
    refusedLine(() -> ward.post("resume", Map.of("nonce", readBack.path("nonce").asText())));
    assertThat(ward.state()).isEqualTo("IDLE");
    await("rest").atMost(Tenuto.LONG).until(() -> !Truth.read(device.truth()).last().moving());
  }

  private void start(JsonNode readBack, String hash) throws IOException, InterruptedException {
    ward.post("start", Map.of("nonce", readBack.path("nonce").asText(), "hash", hash));
  }

  private void refusedOrder(String field, String value, String code) {
    assertThatThrownBy(() -> ward.propose(Ward.changed(field, value)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused, " + code + ": ")
        .message()
        .hasLineCount(1);
  }

  private static void refusedLine(ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOf(IOException.class)
        .hasMessageMatching("\\w+ refused, [A-Z_0-9]+: .{5,}");
  }
}
