package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.journal.SessionRecorded;

/**
 * What somebody on the board can send to the page's port while an order runs: refused, on record,
 * and the plunger goes on at its rate as if nobody had.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackSystemTest {

  private static final int CONNECTIONS = 1_000;
  private static final int TEN_MB = 10_000_000;

  /** Of the usual order. */
  private static final double NL_PER_H = 52_500_000;

  private static final double NS_PER_H = 3.6e12;
  private static final long START_NS = 1_000_000_000;

  @TempDir private Path dir;
  private Device device;
  private Ward ward;
  private Attacker attacker;
  private JsonNode started;
  private long fromNs;

  /** An order is under way, and has been for a second. */
  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    ward = Device.at(device.startStation());
    attacker = new Attacker(ward.url());
    ward.awaitState("IDLE");
    started = ward.propose(Ward.USUAL_ORDER);
    ward.infuse(started, device.truth());
    fromNs = System.nanoTime() + START_NS;
    awaitTruth(fromNs);
  }

  @AfterEach
  void endEverything() throws IOException {
    attacker.close();
    device.close();
  }

  @Test
  void anotherPageAReboundNameAndWhoIsNotSignedInMoveNothing() throws Exception {
    String own = "Host: " + attacker.own();
    String start = commandOf(started);
    for (String headers : attacker.foreignHeaders()) {
      for (String path : List.of("/api/stop", "/api/pause", "/api/start")) {
        assertThat(attacker.post(path, headers, start)).as(headers).contains(" 403 ");
      }
    }
    assertThat(attacker.post("/api/start", own, start)).contains(" 401 ");
    assertThat(attacker.post("/api/reset", own, "")).contains(" 401 ");
    String forged = own + "\r\nCookie: role=anesthetist; staff=an-1";
    assertThat(attacker.post("/api/start", forged, start)).contains(" 401 ");
    String asAnesthetist =
        "{\"staff\":\"rn-1\",\"pin\":\"314159\",\"role\":\"anesthetist\"}";
    assertThat(attacker.post("/api/sign-in", own, asAnesthetist)).contains(" 400 ");
    requireUnmoved();
    requireOnRecord("HOST", "ORIGIN", "NOT_SIGNED_IN");
  }

  @Test
  void aStartThatWasUsedAlreadyStartsNothingAnew() throws Exception {
    Map<String, String> replayed = fieldsOf(started);
    refusedLine(replayed);
    refusedLine(Map.of("nonce", replayed.get("nonce"), "hash", "0".repeat(64)));
    requireUnmoved();
    ward.post("stop", Map.of());
    ward.awaitState("IDLE");
    await("rest").atMost(Tenuto.LONG).until(() -> !Truth.read(device.truth()).last().moving());
    long givenNl = Truth.read(device.truth()).last().deliveredNl();
    refusedLine(replayed);
    long lookedNs = System.nanoTime();
    awaitTruth(lookedNs + START_NS);
    assertThat(Truth.read(device.truth()).last().deliveredNl()).isEqualTo(givenNl);
  }

  @Test
  void tenMegabytesAndAThousandConnectionsTakeNothingFromTheDevice() throws Exception {
    requireTooLong();
    requireUnmoved();
    for (String path : List.of("/api/seen", "/api/sign-in")) {
      attacker.hold(CONNECTIONS, path);
      requireUnmoved();
    }
    requireOnRecord("BODY_TOO_LONG");
    long pressedNs = System.nanoTime();
    ward.post("stop", Map.of());
    ward.awaitState("IDLE");
    assertThat(Truth.read(device.truth()).deliveredByNl(pressedNs)).isPositive();
  }

  /** Refused by its length, or cut off while it is still being sent. */
  private void requireTooLong() {
    try {
      String own = "Host: " + attacker.own();
      assertThat(attacker.post("/api/sign-in", own, "x".repeat(TEN_MB))).contains(" 413 ");
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).*(reset|closed|pipe).*");
    }
  }

  private void refusedLine(Map<String, String> start) {
    assertThatThrownBy(() -> ward.post("start", start))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("start refused, [A-Z_]+: .{5,}");
  }

  private static Map<String, String> fieldsOf(JsonNode readBack) {
    return Map.of(
        "nonce", readBack.path("nonce").asText(), "hash", readBack.path("hash").asText());
  }

  private static String commandOf(JsonNode readBack) {
    return "{\"nonce\":\"%s\",\"hash\":\"%s\"}"
        .formatted(readBack.path("nonce").asText(), readBack.path("hash").asText());
  }

  /** The same order runs on, and the plunger has gone at its rate all the while. */
  private void requireUnmoved() {
    JsonNode status = ward.status();
    assertThat(status.path("state").path("code").asText()).isEqualTo("INFUSING");
    assertThat(status.path("delivery").path("nonce")).isEqualTo(started.path("nonce"));
    long toNs = System.nanoTime();
    awaitTruth(toNs + START_NS);
    Truth truth = Truth.read(device.truth());
    Truth.Moment first = truth.firstFrom(fromNs).orElseThrow();
    Truth.Moment last = truth.last();
    double measured =
        (last.deliveredNl() - first.deliveredNl()) * NS_PER_H / (last.monoNs() - first.monoNs());
    assertThat(measured).isCloseTo(NL_PER_H, Percentage.withPercentage(1));
    assertThat(truth.moments())
        .filteredOn(moment -> moment.monoNs() >= fromNs)
        .allMatch(Truth.Moment::moving);
    assertThat(Logbook.read(device.journal()).states()).endsWith("INFUSING");
  }

  /** Somebody goes on looking at the page meanwhile. */
  private void awaitTruth(long monoNs) {
    await("the simulator has lived on")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              ward.status();
              return Truth.read(device.truth()).last().monoNs() > monoNs;
            });
  }

  private void requireOnRecord(String... codes) {
    await("refusals on record")
        .atMost(Tenuto.LONG)
        .untilAsserted(() -> assertThat(refusedOnRecord()).contains(codes));
  }

  private List<String> refusedOnRecord() {
    return Logbook.read(device.journal()).records().stream()
        .filter(record -> record.type().equals("SessionRecorded"))
        .map(record -> parsed(record.payload()))
        .filter(SessionRecorded::hasRequestsRefused)
        .map(fact -> fact.getRequestsRefused().getCode())
        .toList();
  }

  private static SessionRecorded parsed(com.google.protobuf.ByteString payload) {
    try {
      return SessionRecorded.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
