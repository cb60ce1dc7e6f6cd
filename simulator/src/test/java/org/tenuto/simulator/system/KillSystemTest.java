package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.journal.ExecutorEvent;

/** Whatever dies while infusing, the plunger rests, the record says why, and nothing resumes. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillSystemTest {

  private static final Duration EXECUTOR_OR_LINE = Duration.ofSeconds(2);
  private static final Duration STATION = Duration.ofSeconds(5);

  @TempDir private Path dir;
  private Device device;

  @BeforeEach
  void prepare() throws IOException {
    device = new Device(dir);
  }

  @AfterEach
  void endEverything() {
    device.close();
  }

  @Test
  void aKilledExecutorRestsThePlungerAndANewOneStartsNothing() throws Exception {
    device.startSimulator();
    Tenuto executor = device.startExecutor();
    Ward ward = Device.at(device.startStation());
    ward.infuse(Ward.USUAL_ORDER, device.truth());
    long killedNs = executor.kill9();
    Rest.within(EXECUTOR_OR_LINE, killedNs, device.truth());
    awaitRecord("the loss", record -> record.has("ExecutorLost"));
    assertThat(ward.alarmed("CONTROLLER_LOST")).isTrue();

    long restartNs = System.nanoTime();
    device.startExecutor();
    ward.awaitState("IDLE");
    awaitRecord("both boots", r -> r.events().stream().filter(ExecutorEvent::hasBooted).count() == 2);
    awaitTruthUntil(System.nanoTime() + Duration.ofSeconds(3).toNanos());
    Rest.since(restartNs, device.truth());
    assertThat(Logbook.read(device.journal()).count("ExecutorLost")).isEqualTo(1);
    verifyJournal();
  }

  @Test
  void aKilledStationPausesAndItsSuccessorTellsWhyAndResumesNothing() throws Exception {
    device.startSimulator();
    device.startExecutor();
    Tenuto station = device.startStation();
    Device.at(station).infuse(Ward.USUAL_ORDER, device.truth());
    long killedNs = station.kill9();
    Rest.within(STATION, killedNs, device.truth());

    long restartNs = System.nanoTime();
    Ward ward = Device.at(device.startStation());
    ward.awaitState("PAUSED");
    awaitRecord("the alarm", record -> record.alarmsRaised().contains("STATION_SILENT"));
    Logbook record = Logbook.read(device.journal());
    assertThat(record.states()).endsWith("PAUSED");
    assertThat(record.reasons()).endsWith("STATION_SILENT");
    awaitRecord("the settlement", r -> r.has("StationRecovered"));
    awaitTruthUntil(System.nanoTime() + Duration.ofSeconds(3).toNanos());
    Rest.since(restartNs, device.truth());
    assertThat(ward.state()).isEqualTo("PAUSED");
    requireBracketed(ward.status().path("delivery"));
    verifyJournal();
    staffMayGoOn(ward);
  }

  /** Only a person resumes, and what was delivered before counts. */
  private void staffMayGoOn(Ward ward) throws Exception {
    String nonce = ward.status().path("delivery").path("nonce").asText();
    ward.post("resume", Map.of("nonce", nonce));
    long resumedNs = System.nanoTime();
    await("the plunger moves again")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(device.truth()).anyAfter(resumedNs, Truth.Moment::moving));
    ward.post("stop", Map.of());
    ward.awaitState("IDLE");
    await("rest").atMost(Tenuto.LONG).until(() -> !Truth.read(device.truth()).last().moving());
    requireBracketed(ward.status().path("delivery"));
  }

  @Test
  void aKilledSimulatorIsALostLine() throws Exception {
    Tenuto simulator = device.startSimulator();
    device.startExecutor();
    Ward ward = Device.at(device.startStation());
    ward.infuse(Ward.USUAL_ORDER, device.truth());
    simulator.kill9();
    requireLineLost(ward);
  }

  @Test
  void aCutLineRestsThePlunger() throws Exception {
    device.startSimulator("--fault", "line-cut@delivering+3s");
    device.startExecutor();
    Ward ward = Device.at(device.startStation());
    ward.infuse(Ward.USUAL_ORDER, device.truth());
    requireLineLost(ward);
    long movedNs = Truth.read(device.truth()).firstMoving().orElseThrow().monoNs();
    long cutNs = movedNs + Duration.ofSeconds(3).toNanos();
    Rest.within(EXECUTOR_OR_LINE, cutNs, device.truth());
    assertThat(Truth.read(device.truth()).anyAfter(cutNs - 500_000_000, Truth.Moment::moving))
        .as("it moved until the cut")
        .isTrue();
  }

  private void requireLineLost(Ward ward) {
    ward.awaitState("FAULT");
    awaitRecord("the alarm", record -> record.alarmsRaised().contains("PUMP_LINE_LOST"));
    assertThat(Logbook.read(device.journal()).states()).endsWith("FAULT");
    assertThat(ward.alarmed("PUMP_LINE_LOST")).isTrue();
    verifyJournal();
  }

  /** The ledger contains what the plunger really did. */
  private void requireBracketed(JsonNode delivery) {
    long truthNl = Truth.read(device.truth()).last().deliveredNl();
    assertThat(delivery.path("atLeast").path("value").asLong()).isLessThanOrEqualTo(truthNl);
    assertThat(delivery.path("atMost").path("value").asLong()).isGreaterThanOrEqualTo(truthNl);
  }

  private interface Sign {
    boolean isIn(Logbook record);
  }

  private void awaitRecord(String what, Sign sign) {
    await(what + " is on record")
        .atMost(Tenuto.LONG)
        .until(() -> sign.isIn(Logbook.read(device.journal())));
  }

  private void awaitTruthUntil(long monoNs) {
    await("the simulator has lived on")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(device.truth()).last().monoNs() > monoNs);
  }

  private void verifyJournal() {
    try {
      Tenuto.Ended verified = Tenuto.run(dir, "journal", "verify", device.journal().toString());
      assertThat(verified.exitCode()).as("%s", verified).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
