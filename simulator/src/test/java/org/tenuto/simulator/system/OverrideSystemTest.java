package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.simulator.demo.DemoStaff;

/** A soft limit that two persons pass on a running device, with a reason; and all that is not so. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OverrideSystemTest {

  private static final String FINDING = "WEIGHT_BELOW_SOFT_LIMIT";
  private static final String REASON = "Tolerated before at this weight";

  /** 0.3 mg for 30 kg, 10 kg below what is usual: 0.3 mL at 18 mL/h. */
  private static final Map<String, String> LIGHT = light("50");

  /** The same of a syringe that has too little in it: a hard limit beside the soft one. */
  private static final Map<String, String> LIGHT_AND_SHORT = light("0.2");

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

  private static Map<String, String> light(String loaded) {
    Map<String, String> order = new HashMap<>(Ward.MINUTE_ORDER);
    order.put("weight", "30");
    order.put("loaded", loaded);
    return order;
  }

  @Test
  void twoPersonsPassASoftLimitAndThePlungerMoves() throws Exception {
    JsonNode asked = ward.propose(LIGHT);
    assertThat(asked.path("refused").asBoolean()).isTrue();
    assertThat(asked.path("passable").asBoolean()).isTrue();
    assertThat(asked.path("findings").findValuesAsText("code")).contains(FINDING);
    refused("[A-Z_]+", () -> start(asked));
    refused("SECOND_PERSON_IS_FIRST", () -> check(DemoStaff.ANESTHETIST, asked, FINDING, REASON));
    refused("NOT_ALLOWED", () -> check(DemoStaff.TECHNICIAN, asked, FINDING, REASON));
    refused("NOT_A_REASON", () -> check(DemoStaff.NURSE, asked, FINDING, "  "));
    refused("NO_SUCH_FINDING", () -> check(DemoStaff.NURSE, asked, "DOSE_ABOVE_SOFT_LIMIT", REASON));

    JsonNode unexplained = check(DemoStaff.NURSE, asked);
    assertThat(unexplained.path("refused").asBoolean()).as("checked, no reason").isTrue();
    assertThat(unexplained.path("findings").findValuesAsText("code"))
        .contains("SOFT_LIMIT_NOT_OVERRIDDEN");
    refused("[A-Z_]+", () -> start(unexplained));
    requireNothingGiven();

    JsonNode passed = check(DemoStaff.NURSE, unexplained, FINDING, REASON);
    assertThat(passed.path("refused").asBoolean()).isFalse();
    assertThat(passed.path("hash")).isNotEqualTo(asked.path("hash"));
    ward.infuse(passed, device.truth());
    assertThat(ward.state()).isEqualTo("INFUSING");

    requireOnRecord(passed);
    requireInTheReport();
  }

  @Test
  void nobodyPassesAHardLimit() throws Exception {
    JsonNode asked = ward.propose(LIGHT_AND_SHORT);
    assertThat(asked.path("passable").asBoolean()).isFalse();
    List<String> codes = asked.path("findings").findValuesAsText("code");
    assertThat(codes).contains(FINDING, "VOLUME_BEYOND_LOADED");
    refused(
        "NO_SUCH_FINDING", () -> check(DemoStaff.NURSE, asked, "VOLUME_BEYOND_LOADED", REASON));

    JsonNode checked = check(DemoStaff.NURSE, asked, FINDING, REASON);
    assertThat(checked.path("refused").asBoolean()).isTrue();
    assertThat(checked.path("findings").findValuesAsText("code")).contains("VOLUME_BEYOND_LOADED");
    refused("[A-Z_]+", () -> start(checked));
    requireNothingGiven();
  }

  private JsonNode check(DemoStaff second, JsonNode readBack) throws Exception {
    return ward.post("second-check", fields(second, readBack)).path("readBack");
  }

  private JsonNode check(DemoStaff second, JsonNode readBack, String code, String reason)
      throws Exception {
    Map<String, Object> fields = new HashMap<>(fields(second, readBack));
    fields.put("overrides", List.of(Map.of("code", code, "reason", reason)));
    return ward.post("second-check", fields).path("readBack");
  }

  private static Map<String, String> fields(DemoStaff second, JsonNode readBack) {
    return Map.of(
        "staff", second.id(),
        "pin", second.pin(),
        "nonce", readBack.path("nonce").asText(),
        "hash", readBack.path("hash").asText());
  }

  private void start(JsonNode readBack) throws IOException, InterruptedException {
    ward.post(
        "start",
        Map.of("nonce", readBack.path("nonce").asText(), "hash", readBack.path("hash").asText()));
  }

  private static void refused(String code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOf(IOException.class)
        .hasMessageMatching("[\\w-]+ refused, " + code + ": .{5,}");
  }

  private void requireNothingGiven() {
    assertThat(ward.state()).isEqualTo("IDLE");
    assertThat(Logbook.read(device.journal()).states()).doesNotContain("INFUSING");
    assertThat(Truth.read(device.truth()).last().deliveredNl()).isZero();
  }

  private void requireOnRecord(JsonNode passed) {
    await("the start on record")
        .atMost(Tenuto.LONG)
        .until(() -> Logbook.read(device.journal()).states().contains("INFUSING"));
    SessionRecorded check =
        Logbook.read(device.journal()).records().stream()
            .filter(record -> record.type().equals("SessionRecorded"))
            .map(record -> parsed(record.payload()))
            .filter(fact -> fact.hasSecondChecked())
            .reduce((before, last) -> last)
            .orElseThrow();
    assertThat(check.getStaffId()).isEqualTo(DemoStaff.ANESTHETIST.id());
    assertThat(check.getSecondStaffId()).isEqualTo(DemoStaff.NURSE.id());
    assertThat(check.getSecondChecked().getOverridesList())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.getCode()).isEqualTo(FINDING);
              assertThat(one.getReason()).isEqualTo(REASON);
            });
    assertThat(Logbook.read(device.journal()).events())
        .filteredOn(event -> event.hasOrderReadBack())
        .extracting(event -> event.getOrderReadBack().getReadBack())
        .anySatisfy(
            one -> {
              assertThat(one.getHash()).isEqualTo(passed.path("hash").asText());
              assertThat(one.getOrder().getOverrides(0).getReason()).isEqualTo(REASON);
            });
  }

  private static SessionRecorded parsed(com.google.protobuf.ByteString payload) {
    try {
      return SessionRecorded.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireInTheReport() throws IOException, InterruptedException {
    Path html = dir.resolve("report.html");
    Tenuto.Ended report =
        Tenuto.run(dir, "report", "--out", html.toString(), device.journal().toString());
    assertThat(report.exitCode()).as("%s", report.err()).isZero();
    assertThat(Files.readString(html))
        .containsSubsequence(
            "Soft limits passed", FINDING, REASON, DemoStaff.ANESTHETIST.id(), DemoStaff.NURSE.id());
  }
}
