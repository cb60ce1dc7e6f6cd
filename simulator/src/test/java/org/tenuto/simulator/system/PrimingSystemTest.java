package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.Ledger;

/** The line is filled with exactly what was read back, apart from every order; or all rests. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PrimingSystemTest {

  /** 1 mL, at the highest rate a line is filled with: 30 s. */
  private static final long VOLUME_NL = 1_000_000;

  private static final long RATE_NL_PER_H = 120_000_000;

  /** Well under way. */
  private static final long MOVED_NL = 50_000;

  private static final Duration EXECUTOR_OR_STOP = Duration.ofSeconds(2);
  private static final Duration STATION = Duration.ofSeconds(5);

  @TempDir private Path dir;
  private Device device;
  private Ward ward;
  private TruthTail truth;
  private final long fromNs = System.nanoTime();

  @BeforeEach
  void prepare() throws IOException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    ward = Device.at(device.startStation());
    truth = new TruthTail(device.truth());
    ward.awaitState("IDLE");
  }

  @AfterEach
  void endEverything() {
    device.close();
  }

  @Test
  void theLineIsFilledAndTheOrderAfterItIsBookedApart() throws Exception {
    Ordered primed = prime();
    ward.awaitState("IDLE");
    Ledger ledger = ended(primed);
    Judge judge = new Judge(truth.since(fromNs), primed);
    judge.neverMoreThanOrdered().neverInABurst().complete(0);
    judge.endsWithin(ledger.getAtLeastNl(), ledger.getAtMostNl());
    assertThat(judge.wrong()).isEmpty();
    List<ExecutorEvent> events = record().events();
    assertThat(events).anyMatch(event -> event.getPrimingOffered().getNonce() == primed.nonce());
    assertThat(events).anyMatch(event -> event.getPrimingBegun().getNonce() == primed.nonce());

    anOrderIsBookedFromZero();
  }

  private void anOrderIsBookedFromZero() throws IOException, InterruptedException {
    long orderNs = System.nanoTime();
    JsonNode readBack = ward.propose(Ward.SHORT_ORDER);
    Ordered ordered = Ordered.of(readBack, truth.now().last().deliveredNl());
    JsonNode delivery = ward.status().path("delivery");
    assertThat(delivery.path("nonce").asText()).isEqualTo(readBack.path("nonce").asText());
    assertThat(delivery.path("atMost").path("value").asLong(-1)).isZero();
    ward.start(readBack);
    ward.awaitState("COMPLETE");
    awaitTruthUntil(System.nanoTime());
    List<String> wrong =
        new Judge(truth.since(orderNs), ordered)
            .neverMoreThanOrdered()
            .neverInABurst()
            .bracketedBy(record().ledgers())
            .complete(0)
            .wrong();
    assertThat(wrong).isEmpty();
  }

  @Test
  void stopEndsIt() throws Exception {
    Ordered primed = primeAndMove();
    long stopNs = System.nanoTime();
    ward.post("stop", Map.of());
    Rest.within(EXECUTOR_OR_STOP, stopNs, device.truth());
    assertThat(ward.state()).isEqualTo("IDLE");
    requireBracketed(primed, ended(primed), 0);
    assertThat(truth.now().last().deliveredNl()).as("stopped on the way").isLessThan(VOLUME_NL);
  }

  @Test
  void aKilledExecutorRestsThePlungerAndItsSuccessorPrimesNothing() throws Exception {
    Ordered primed = primeAndMove();
    long killedNs = device.executor().kill9();
    Rest.within(EXECUTOR_OR_STOP, killedNs, device.truth());
    await("the loss on record").atMost(Tenuto.LONG).until(() -> record().has("ExecutorLost"));
    ExecutorLost lost = record().lostSince(0).orElseThrow();
    assertThat(lost.getState()).isEqualTo("PRIMING");
    // What was last seen, and what the pump can have done until it had to rest.
    requireBracketed(
        primed, lost.getPriming().getLedger(), primed.atMostInNl(EXECUTOR_OR_STOP.toNanos()));
    assertThat(ward.alarmed("CONTROLLER_LOST")).isTrue();

    long restartNs = System.nanoTime();
    device.startExecutor();
    ward.awaitState("IDLE");
    requireNothingMovesFrom(restartNs);
    anOrderIsBookedFromZero();
  }

  @Test
  void aKilledStationEndsItAndItsSuccessorPrimesNothing() throws Exception {
    Ordered primed = primeAndMove();
    long killedNs = device.station().kill9();
    Rest.within(STATION, killedNs, device.truth());

    long restartNs = System.nanoTime();
    ward = Device.at(device.startStation());
    ward.awaitState("IDLE");
    requireBracketed(primed, ended(primed), 0);
    assertThat(record().alarmsRaised()).contains("STATION_SILENT");
    requireNothingMovesFrom(restartNs);
    anOrderIsBookedFromZero();
  }

  /** Has it read back and confirms that the line is not connected. */
  private Ordered prime() throws IOException, InterruptedException {
    long baseNl = truth.now().last().deliveredNl();
    JsonNode readBack =
        ward.post("prime", Map.of("syringe", "BD-PLASTIPAK-50", "volume", "1")).path("priming");
    Map<String, String> confirmed =
        Map.of(
            "nonce", readBack.path("nonce").asText(),
            "hash", readBack.path("hash").asText(),
            "line", "NOT_CONNECTED");
    ward.post("prime/start", confirmed);
    assertThat(ward.state()).isEqualTo("PRIMING");
    return new Ordered(readBack.path("nonce").asLong(), baseNl, VOLUME_NL, RATE_NL_PER_H);
  }

  private Ordered primeAndMove() throws IOException, InterruptedException {
    Ordered primed = prime();
    await("the plunger moves")
        .atMost(Tenuto.LONG)
        .until(() -> truth.now().last().deliveredNl() > primed.baseNl() + MOVED_NL);
    return primed;
  }

  /** Waits until its end is on record; what it delivered. */
  private Ledger ended(Ordered primed) {
    await("the end of the priming on record")
        .atMost(Tenuto.LONG)
        .until(() -> !ends(primed).isEmpty());
    assertThat(ends(primed)).as("ended once").hasSize(1);
    return ends(primed).getFirst();
  }

  private List<Ledger> ends(Ordered primed) {
    return record().events().stream()
        .filter(event -> event.getPrimingEnded().getNonce() == primed.nonce())
        .map(event -> event.getPrimingEnded().getLedger())
        .toList();
  }

  private void requireBracketed(Ordered primed, Ledger ledger, long afterNl) {
    Judge judge = new Judge(truth.since(fromNs), primed).neverMoreThanOrdered().neverInABurst();
    judge.endsWithin(ledger.getAtLeastNl(), ledger.getAtMostNl() + afterNl);
    assertThat(judge.wrong()).isEmpty();
  }

  private void requireNothingMovesFrom(long monoNs) {
    awaitTruthUntil(System.nanoTime() + Duration.ofSeconds(3).toNanos());
    Rest.since(monoNs, device.truth());
  }

  private void awaitTruthUntil(long monoNs) {
    await("the simulator has lived on")
        .atMost(Tenuto.LONG)
        .until(() -> truth.now().last().monoNs() > monoNs);
  }

  private Logbook record() {
    return Logbook.read(device.journal());
  }
}
