package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody meddles with the two files between station and executor while infusing. Either the link
 * holds, and the infusion goes on truly told, or the plunger rests in time; never more, and after a
 * restart all is well.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LinkFilesSystemTest {

  /** Longer than a silent station is waited for. */
  private static final long AFTERMATH_NS = 6_000_000_000L;

  private static final int WORDS = 5;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** What is done to a file. */
  enum Meddling {
    DELETE,
    REPLACE,
    SCRIBBLE,
    TRUNCATE
  }

  @TempDir private Path dir;

  @Test
  void thePlungerRestsOrTheLinkHolds() throws Exception {
    try (Device device = new Device(dir)) {
      device.startSimulator();
      for (String file : List.of("station.link", "executor.link")) {
        for (Meddling meddling : Meddling.values()) {
          meddleWhileInfusing(device, file, meddling);
        }
      }
      device.startExecutor();
      Ward ward = Device.at(device.startStation());
      ward.infuse(Ward.SHORT_ORDER, device.truth());
      ward.awaitState("COMPLETE");
    }
  }

  /** Starts both anew: that an order runs again shows that the one before was survived. */
  private static void meddleWhileInfusing(Device device, String file, Meddling meddling)
      throws Exception {
    Tenuto executor = device.startExecutor();
    Tenuto station = device.startStation();
    Ward ward = Device.at(station);
    ward.awaitState("IDLE");
    long fromNs = System.nanoTime();
    var truth = new TruthTail(device.truth());
    JsonNode readBack = ward.propose(Ward.DRILL_ORDER);
    Ordered ordered = Ordered.of(readBack, truth.now().last().deliveredNl());
    ward.infuse(readBack, device.truth());
    long causeNs = System.nanoTime();
    meddle(device.link().resolve(file), meddling);
    await("the aftermath")
        .atMost(Tenuto.LONG)
        .until(() -> truth.now().last().monoNs() > causeNs + AFTERMATH_NS);
    boolean moves = truth.now().last().moving();
    System.out.printf(
        "%s %s: %s, executor %s, station %s%n",
        meddling, file, moves ? "goes on" : "at rest", told(executor), told(station));
    if (moves) {
      assertThat(ward.state()).as("%s %s", meddling, file).isEqualTo("INFUSING");
      assertThat(ward.status().path("executor").path("alive").asBoolean()).isTrue();
    } else {
      Rest.within(LIMIT, causeNs, device.truth());
    }
    executor.stop();
    station.stop();
    Rest.within(LIMIT, System.nanoTime(), device.truth());
    Judge judge = new Judge(truth.since(fromNs), ordered).neverMoreThanOrdered().neverInABurst();
    assertThat(judge.wrong()).as("%s %s", meddling, file).isEmpty();
  }

  private static String told(Tenuto process) {
    // Stalls of the machine are none of the words that are looked for.
    List<String> words = new ArrayList<>(process.out());
    words.removeIf(line -> line.startsWith("stall: "));
    words.addAll(process.err().stream().limit(WORDS).toList());
    return (process.isAlive() ? "alive " : "ended ") + words;
  }

  private static void meddle(Path file, Meddling meddling) throws IOException {
    byte[] noise = new byte[(int) Files.size(file)];
    new Random(1).nextBytes(noise);
    switch (meddling) {
      case DELETE -> Files.delete(file);
      case REPLACE -> {
        Path other = Files.write(file.resolveSibling("other"), noise);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
      }
      case SCRIBBLE -> overwrite(file, noise);
      case TRUNCATE -> Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  private static void overwrite(Path file, byte[] noise) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(noise);
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
    }
  }
}
