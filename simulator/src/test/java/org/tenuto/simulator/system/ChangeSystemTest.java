package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.journal.ExecutorEvent;

/**
 * Another dose rate while infusing: the plunger goes on at it, and delivers what was ordered. Who
 * is killed meanwhile is a matter of {@link KillCampaignSystemTest}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChangeSystemTest {

  private static final long NL_PER_H = 42_000_000;

  /** mg/kg/h; 63 mL/h at 70 kg and 1 mg/mL. */
  private static final String FASTER = "0.9";

  private static final long FASTER_NL_PER_H = 63_000_000;

  /** Above the hard limit of the protocol, 1 mg/kg/h. */
  private static final String TOO_FAST = "1.1";

  /** 8 s at the first rate: enough to measure it. */
  private static final long BEFORE_NL = 93_000;

  private static final long START_NS = 1_000_000_000;
  private static final double NS_PER_H = 3.6e12;

  @TempDir private Path dir;
  private Device device;
  private Ward ward;
  private TruthTail truth;
  private Ordered ordered;
  private final long fromNs = System.nanoTime();

  /** An order of a minute is under way. */
  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    ward = Device.at(device.startStation());
    truth = new TruthTail(device.truth());
    ward.awaitState("IDLE");
    JsonNode readBack = ward.propose(Ward.MINUTE_ORDER);
    ordered = Ordered.of(readBack, 0).changedToAtMost(FASTER_NL_PER_H);
    ward.start(readBack);
  }

  @AfterEach
  void endEverything() {
    device.close();
  }

  @Test
  void aHigherRateGoesOnWhereTheLowerOneWas() throws Exception {
    awaitDelivered(BEFORE_NL);
    aChangeBeyondALimitChangesNothing();
    JsonNode changed = ward.proposeChange(FASTER);
    long confirmedNs = System.nanoTime();
    ward.start(changed);
    awaitRunningAt(FASTER_NL_PER_H);
    long fasterNs = System.nanoTime();
    ward.awaitState("COMPLETE");
    awaitTruthUntil(System.nanoTime());

    Truth whole = truth.since(fromNs);
    long movedNs = whole.firstMoving().orElseThrow().monoNs();
    requireRate(NL_PER_H, whole, movedNs + START_NS, confirmedNs);
    requireRate(FASTER_NL_PER_H, whole, fasterNs, whole.lastMoving().orElseThrow().monoNs());
    requireChangedOnRecord(changed);
    Logbook record = awaitOnRecord("COMPLETE");
    assertThat(record.states()).endsWith("INFUSING", "COMPLETE");
    List<String> wrong =
        new Judge(whole, ordered)
            .neverMoreThanOrdered()
            .neverInABurst()
            .bracketedBy(record.ledgers())
            .complete(1)
            .wrong();
    assertThat(wrong).isEmpty();
  }

  private void aChangeBeyondALimitChangesNothing() throws IOException, InterruptedException {
    JsonNode refused = ward.proposeChange(TOO_FAST);
    assertThat(refused.path("refused").asBoolean()).isTrue();
    Map<String, String> anyway =
        Map.of("nonce", refused.path("nonce").asText(), "hash", refused.path("hash").asText());
    assertThatThrownBy(() -> ward.post("start", anyway)).isInstanceOf(IOException.class);
    awaitRunningAt(NL_PER_H);
  }

  @Test
  void aStationKilledAtTheConfirmationShowsTheOrderAsChangedWhenItIsBack() throws Exception {
    awaitDelivered(1);
    JsonNode changed = ward.proposeChange(FASTER);
    ward.start(changed);
    long killedNs = device.station().kill9();
    Rest.within(Duration.ofSeconds(5), killedNs, device.truth());

    long restartNs = System.nanoTime();
    ward = Device.at(device.startStation());
    ward.awaitState("PAUSED");
    JsonNode delivery = ward.status().path("delivery");
    assertThat(delivery.path("nonce").asLong()).isEqualTo(ordered.nonce());
    assertThat(delivery.path("orderedRate").path("value").asLong()).isEqualTo(FASTER_NL_PER_H);
    assertThat(delivery.path("ordered").path("value").asLong()).isEqualTo(ordered.volumeNl());
    assertThat(ward.status().path("readBack").path("flowRate").asText())
        .isEqualTo(changed.path("flowRate").asText());
    requireChangedOnRecord(changed);
    Rest.since(restartNs, device.truth());

    ward.post("resume", Map.of("nonce", Long.toString(ordered.nonce())));
    awaitRunningAt(FASTER_NL_PER_H);
    ward.post("stop", Map.of());
    Rest.within(Duration.ofSeconds(2), System.nanoTime(), device.truth());
    List<String> wrong =
        new Judge(truth.since(fromNs), ordered)
            .neverMoreThanOrdered()
            .neverInABurst()
            .bracketedBy(Logbook.read(device.journal()).ledgers())
            .wrong();
    assertThat(wrong).isEmpty();
  }

  /** The order keeps its nonce; what is in force is what was read back for the change. */
  private void requireChangedOnRecord(JsonNode changed) {
    await("the change on record")
        .atMost(Tenuto.LONG)
        .until(() -> changes().size(), Integer.valueOf(1)::equals);
    ExecutorEvent event = changes().getFirst();
    assertThat(event.getStamp().getOrderNonce()).isEqualTo(ordered.nonce());
    assertThat(event.getOrderChanged().getReadBack().getHash())
        .isEqualTo(changed.path("hash").asText());
  }

  /** The page may show a state a moment before it is on record. */
  private Logbook awaitOnRecord(String state) {
    return await(state + " on record")
        .atMost(Tenuto.LONG)
        .until(() -> Logbook.read(device.journal()), record -> record.states().contains(state));
  }

  private List<ExecutorEvent> changes() {
    return Logbook.read(device.journal()).events().stream()
        .filter(ExecutorEvent::hasOrderChanged)
        .toList();
  }

  private void awaitRunningAt(long rateNlPerH) {
    await("running at " + rateNlPerH + " nL/h")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              JsonNode status = ward.status();
              return status.path("delivery").path("rate").path("value").asLong() == rateNlPerH
                  && status.path("state").path("pump").asText().equals("RUNNING");
            });
  }

  /** The plunger's own rate in that time, within 1 %. */
  private static void requireRate(long nlPerH, Truth truth, long fromNs, long toNs) {
    Truth.Moment first = truth.firstFrom(fromNs).orElseThrow();
    Truth.Moment last = truth.moments().stream().filter(m -> m.monoNs() <= toNs).toList().getLast();
    double measured =
        (last.deliveredNl() - first.deliveredNl()) * NS_PER_H / (last.monoNs() - first.monoNs());
    assertThat(measured).isCloseTo((double) nlPerH, Percentage.withPercentage(1));
  }

  private void awaitDelivered(long nl) {
    await(nl + " nL")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              ward.status();
              return truth.now().last().deliveredNl() >= nl;
            });
  }

  private void awaitTruthUntil(long monoNs) {
    await("the simulator has lived on")
        .atMost(Tenuto.LONG)
        .until(() -> truth.now().last().monoNs() > monoNs);
  }
}
