package org.tenuto.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.Verification;

/** Judges a completed infusion from three sides that know nothing of each other. */
final class Judgement {

  /** The truth may be off the order by 0.1 %. */
  private static final long PARTS = 1_000;

  private static final long ARRIVE_NS = 10_000_000_000L;
  private static final long LOOK_MS = 100;
  private static final int PAGE = 1_000;

  private final DemoFiles files;
  private final JsonNode status;
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> faults = new ArrayList<>();

  /**
   * Judges what the files hold.
   *
   * @param status the device's status after completion
   */
  Judgement(DemoFiles files, JsonNode status) {
    this.files = files;
    this.status = status;
  }

  /** Everything that is wrong; empty if nothing is. */
  List<String> faults() throws IOException, InterruptedException {
    judgeTruth();
    try (JournalReader journal = JournalReader.open(files.journal())) {
      judgeJournal(journal);
      judgeEvents(journal);
    } catch (JournalException e) {
      faults.add("journal: " + e.getMessage());
    }
    return faults;
  }

  private void judgeTruth() throws IOException, InterruptedException {
    JsonNode truth = truthNow();
    long truthNl = truth.path("delivered_nl").asLong();
    JsonNode delivery = status.path("delivery");
    long orderNl = delivery.path("ordered").path("value").asLong();
    long atLeastNl = delivery.path("atLeast").path("value").asLong();
    long atMostNl = delivery.path("atMost").path("value").asLong();
    Demo.say(
        "truth %d nL, ordered %d nL, ledger %d to %d nL"
            .formatted(truthNl, orderNl, atLeastNl, atMostNl));
    check(!truth.path("motor_moving").asBoolean(), "the motor still moves");
    check(Math.abs(truthNl - orderNl) * PARTS <= orderNl, "truth and order differ by over 0.1 %");
    check(atLeastNl <= truthNl && truthNl <= atMostNl, "the ledger does not bracket the truth");
  }

  /** The truth as it is told from now on: what stands there is of up to a tenth of a second ago. */
  private JsonNode truthNow() throws IOException, InterruptedException {
    long nowNs = System.nanoTime(); // the simulator's clock is the same one
    JsonNode truth = lastTruth();
    while (truth.path("mono_ns").asLong() < nowNs && System.nanoTime() - nowNs < ARRIVE_NS) {
      Thread.sleep(LOOK_MS);
      truth = lastTruth();
    }
    check(truth.path("mono_ns").asLong() >= nowNs, "the simulator no longer tells the truth");
    return truth;
  }

  /** The last line that is whole: one may be on its way. */
  private JsonNode lastTruth() throws IOException {
    List<String> lines = Files.readAllLines(files.truth());
    String last = lines.getLast();
    return json.readTree(last.endsWith("}") ? last : lines.get(lines.size() - 2));
  }

  private void judgeJournal(JournalReader journal) throws JournalException {
    Verification verification = journal.verify();
    check(verification.broken() == null, "journal: " + verification);
    Demo.say("journal: " + verification.records() + " records, chain verified");
  }

  /** Every event that was given a number has to arrive, without a gap. */
  private void judgeEvents(JournalReader journal)
      throws JournalException, IOException, InterruptedException {
    long lastWireSeq = lastWireSeq(journal);
    NavigableSet<Long> arrived = arrived();
    long endNs = System.nanoTime() + ARRIVE_NS;
    while (!arrived.contains(lastWireSeq) && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      arrived = arrived();
    }
    check(arrived.contains(lastWireSeq), "event " + lastWireSeq + " did not arrive over MQTT");
    if (!arrived.isEmpty()) {
      long span = arrived.last() - arrived.first() + 1;
      check(span == arrived.size(), "MQTT: " + (span - arrived.size()) + " events missing");
      Demo.say("MQTT: events " + arrived.first() + " to " + arrived.last() + " received");
    }
  }

  private static long lastWireSeq(JournalReader journal) throws JournalException {
    long wireSeq = 0;
    List<JournalRecord> page = journal.readWireAfter(0, PAGE);
    while (!page.isEmpty()) {
      wireSeq += page.size();
      page = journal.readWireAfter(wireSeq, PAGE);
    }
    return wireSeq;
  }

  private NavigableSet<Long> arrived() throws IOException {
    NavigableSet<Long> arrived = new TreeSet<>();
    for (String line : Files.readAllLines(files.dir().resolve("monitor.log"))) {
      if (line.endsWith("}")) {
        JsonNode node = json.readTree(line);
        if (node.path("kind").asText().equals("event")) {
          arrived.add(node.path("wire_seq").asLong());
        }
      }
    }
    return arrived;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
