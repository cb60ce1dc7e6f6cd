package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A station with little memory, flooded with requests while infusing. It keeps the record or the
 * delivery is paused; the loop, in a process of its own, goes on as before.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StarvedStationSystemTest {

  /** So little that it collects without end under the flood; the last such option counts. */
  private static final Map<String, String> LITTLE_MEMORY = Map.of("_JAVA_OPTIONS", "-Xmx28m");

  private static final int CALLERS = 8;
  private static final Duration FLOOD = Duration.ofSeconds(12);
  private static final Duration BEFORE = Duration.ofSeconds(5);

  @TempDir private Path dir;
  private final AtomicLong answered = new AtomicLong();
  private volatile boolean ebb;

  @Test
  void theRecordIsKeptOrTheDeliveryIsPaused() throws Exception {
    try (Device device = new Device(dir)) {
      device.startSimulator();
      device.startExecutor();
      Tenuto station = device.startStation(LITTLE_MEMORY);
      Ward ward = Device.at(station);
      var truth = new TruthTail(device.truth());
      long fromNs = System.nanoTime();
      JsonNode readBack = ward.propose(Ward.MINUTE_ORDER);
      Ordered ordered = Ordered.of(readBack, truth.now().last().deliveredNl());
      ward.start(readBack);
      awaitTruth(truth, System.nanoTime() + BEFORE.toNanos());
      long floodNs = System.nanoTime();
      flood(ward.url(), () -> awaitTruth(truth, floodNs + FLOOD.toNanos()));
      long ebbNs = System.nanoTime();
      boolean moves = truth.now().last().moving();
      Ward after = station.isAlive() && !hasLostRecord(ward) ? ward : successor(device, station);
      await("the page is back")
          .atMost(Tenuto.LONG)
          .ignoreException(IllegalStateException.class)
          .until(() -> after.status().path("executor").path("alive").asBoolean());
      if (!moves) {
        assertThat(after.state()).isNotEqualTo("INFUSING");
      }
      after.post("stop", Map.of());
      Rest.within(Duration.ofSeconds(2), System.nanoTime(), device.truth());
      Logbook record = Logbook.read(device.journal());
      System.out.printf(
          "flood: %d answers in %d s; %s; loop late by %d ms in %d s before, %d ms in the flood%n",
          answered.get(),
          (ebbNs - floodNs) / 1_000_000_000,
          moves ? "infusing all the while" : "paused " + record.alarmsRaisedSince(floodNs),
          record.loopStalledNs(fromNs, floodNs) / 1_000_000,
          (floodNs - fromNs) / 1_000_000_000,
          record.loopStalledNs(floodNs, ebbNs) / 1_000_000);
      assertThat(answered.get()).as("a flood").isGreaterThan(100);
      assertThat(record.holes()).isEmpty();
      assertThat(record.has("EventsMissing")).isFalse();
      assertThat(
              new Judge(truth.since(fromNs), ordered)
                  .neverMoreThanOrdered()
                  .neverInABurst()
                  .bracketedBy(record.ledgers())
                  .wrong())
          .isEmpty();
    }
  }

  private static boolean hasLostRecord(Ward ward) {
    return ward.alarmed("RECORD_FAILED");
  }

  private static Ward successor(Device device, Tenuto station) throws IOException {
    station.close();
    return Device.at(device.startStation());
  }

  private static void awaitTruth(TruthTail truth, long monoNs) {
    await("truth").atMost(Tenuto.LONG).until(() -> truth.now().last().monoNs() > monoNs);
  }

  private void flood(String url, Runnable meanwhile) {
    List<String> paths = List.of("api/status", "api/catalogue", "api/trace", "");
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < CALLERS; i++) {
        URI uri = URI.create(url).resolve(paths.get(i % paths.size()));
        callers.execute(() -> call(uri));
      }
      meanwhile.run();
      ebb = true;
    }
  }

  /** Asks again and again; a request that fails is what a flood does. */
  private void call(URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    List<String> failures = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!ebb) {
        try {
          http.send(request, BodyHandlers.discarding());
          answered.incrementAndGet();
        } catch (IOException e) {
          failures.add(e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!failures.isEmpty()) {
      System.out.println(uri + " failed " + failures.size() + " times, last " + failures.getLast());
    }
  }
}
