package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the journal is full while infusing: the plunger rests, and nothing new starts. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JournalFullSystemTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir private Path dir;
  private Path disk;

  /** A disk of 2 MB; only root may mount one. */
  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(dir.resolve("disk"));
    boolean mounted =
        asRoot("mount", "-t", "tmpfs", "-o", "size=2m,mode=0777", "tenuto", disk.toString());
    Needs.orSkip(mounted, "needs to mount a small disk: root, or sudo without a password");
  }

  @AfterEach
  void unmount() throws Exception {
    asRoot("umount", "-l", disk.toString());
  }

  private boolean asRoot(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (!System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("sudo", "-n"));
    }
    all.addAll(List.of(command));
    Path log = dir.resolve("root.log");
    try {
      return new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such program
    }
  }

  @Test
  void theInfusionIsStoppedSafelyAndNothingIsLost() throws Exception {
    try (Device device = new Device(dir, disk, "")) {
      device.startSimulator();
      device.startExecutor();
      Tenuto station = device.startStation();
      Ward ward = Device.at(station);
      ward.infuse(Ward.DRILL_ORDER, device.truth());
      long fullNs = System.nanoTime();
      fill();
      await("the alarm").atMost(Tenuto.LONG).until(() -> ward.alarmed("RECORD_FAILED"));
      Rest.within(LIMIT, fullNs, device.truth());
      assertThatThrownBy(() -> ward.propose(Ward.SHORT_ORDER))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("NO_RECORD");
      requireBracketed(ward.status().path("delivery"), device);
      int before = Logbook.read(device.journal()).records().size();
      station.kill9();

      Files.delete(filler());
      Ward again = Device.at(device.startStation());
      again.infuse(Ward.SHORT_ORDER, device.truth());
      again.awaitState("COMPLETE");
      Logbook record = Logbook.read(device.journal());
      assertThat(record.records()).hasSizeGreaterThan(before);
      assertThat(record.holes()).isEmpty();
      Tenuto.Ended verified = Tenuto.run(dir, "journal", "verify", device.journal().toString());
      assertThat(verified.exitCode()).as("%s", verified).isZero();
    }
  }

  private Path filler() {
    return disk.resolve("filler");
  }

  /** Writes until nothing more goes in. */
  private void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] block = new byte[512];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static void requireBracketed(JsonNode delivery, Device device) {
    long truthNl = Truth.read(device.truth()).last().deliveredNl();
    assertThat(delivery.path("atLeast").path("value").asLong()).isLessThanOrEqualTo(truthNl);
    assertThat(delivery.path("atMost").path("value").asLong())
        .isGreaterThanOrEqualTo(truthNl - Judge.INCREMENT_NL);
  }
}
