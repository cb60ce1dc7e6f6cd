package org.tenuto.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.fault.FaultSpec;
import org.tenuto.simulator.firmware.PumpModel;

/** The whole simulator on a real pseudo-terminal, spoken to as a client would. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatorTest {

  private static final Pattern TRUTH_LINE =
      Pattern.compile(
          "\\{\"mono_ns\":(\\d+),\"delivered_nl\":(\\d+),"
              + "\"motor_moving\":(true|false),\"pressure_pa\":(-?\\d+)}");

  private record Truth(long monoNs, long deliveredNl, boolean moving, long pressurePa) {}

  @TempDir Path dir;

  @Test
  void answersVerAndDis() throws IOException {
    try (Running simulator = new Running();
        RandomAccessFile client = simulator.open()) {
      assertThat(ask(client, "VER\r")).isEqualTo("\u000200A?R\u0003");
      assertThat(ask(client, "VER\r")).isEqualTo("\u000200SNE1000V3.923\u0003");
      assertThat(ask(client, "DIS\r\n")).isEqualTo("\u000200SI0.000W0.000ML\u0003");
    }
    assertThat(dir.resolve("pump")).doesNotExist();
  }

  @Test
  void writesTheTruthWhileItDelivers() throws IOException {
    Files.writeString(dir.resolve("truth.jsonl"), "{\"left\":\"by an earlier run\"}\n");
    long beforeNs = System.nanoTime();
    try (Running simulator = new Running();
        RandomAccessFile client = simulator.open()) {
      startDelivering(client);
      await().atMost(30, SECONDS).until(() -> truth().getLast().deliveredNl() > 30_000);
      ask(client, "STP\r");
    }
    List<Truth> truth = truth();
    for (int i = 1; i < truth.size(); i++) {
      assertThat(truth.get(i).deliveredNl()).isGreaterThanOrEqualTo(truth.get(i - 1).deliveredNl());
      assertThat(truth.get(i).monoNs()).isGreaterThan(truth.get(i - 1).monoNs());
    }
    assertThat(truth.getFirst().monoNs()).isBetween(beforeNs, System.nanoTime());
    assertThat(truth).anyMatch(t -> t.moving() && t.pressurePa() > 3_900);
    assertThat(truth.getLast().moving()).isFalse();
  }

  @Test
  void livesOnAloneWhenTheLineIsCutAndItsWatchdogStopsIt() throws IOException {
    try (Running simulator = new Running("line-cut@delivering+300ms");
        RandomAccessFile client = simulator.open()) {
      prepare(client);
      // In one write: on a slow machine the line may be cut before a second one.
      client.write("RUN\rSAF 1\r".getBytes(StandardCharsets.US_ASCII));
      await().atMost(30, SECONDS).until(() -> Files.notExists(dir.resolve("pump")));

      assertThatIOException().isThrownBy(() -> ask(client, "\r"));
      await().atMost(30, SECONDS).until(() -> !truth().getLast().moving());
      int lines = truth().size();
      await().atMost(30, SECONDS).until(() -> truth().size() > lines + 3);
    }
    // 60 mL/h for the watchdog's second, which began with the SAF.
    assertThat(truth().getLast().deliveredNl()).isBetween(16_500L, 16_700L);
  }

  private static void prepare(RandomAccessFile client) throws IOException {
    ask(client, "\r");
    ask(client, "DIA 26.60\r");
    ask(client, "RAT 60 MH\r");
  }

  private static void startDelivering(RandomAccessFile client) throws IOException {
    prepare(client);
    assertThat(ask(client, "RUN\r")).isEqualTo("\u000200I\u0003");
  }

  private static String ask(RandomAccessFile client, String command) throws IOException {
    client.write(command.getBytes(StandardCharsets.US_ASCII));
    StringBuilder reply = new StringBuilder();
    for (int c = client.readUnsignedByte(); ; c = client.readUnsignedByte()) {
      reply.append((char) c);
      if (c == 3) {
        return reply.toString();
      }
    }
  }

  private List<Truth> truth() throws IOException {
    return Files.readAllLines(dir.resolve("truth.jsonl")).stream()
        .filter(line -> !line.contains("earlier run"))
        .map(SimulatorTest::parsed)
        .toList();
  }

  private static Truth parsed(String line) {
    Matcher matcher = TRUTH_LINE.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    return new Truth(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Boolean.parseBoolean(matcher.group(3)),
        Long.parseLong(matcher.group(4)));
  }

  /** A simulator in its own thread, stopped and joined at the end. */
  private final class Running implements AutoCloseable {

    private final Simulator simulator;
    private final CompletableFuture<Void> loop;

    Running(String... faults) throws IOException {
      List<FaultSpec> specs = Arrays.stream(faults).map(FaultSpec::parse).toList();
      simulator =
          new Simulator(
              new Simulator.Setup(
                  PumpModel.NE1000,
                  dir.resolve("pump"),
                  dir.resolve("truth.jsonl"),
                  26_600,
                  specs));
      loop = CompletableFuture.runAsync(this::run);
    }

    private void run() {
      try {
        simulator.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    RandomAccessFile open() throws IOException {
      return new RandomAccessFile(dir.resolve("pump").toFile(), "rw");
    }

    @Override
    public void close() throws IOException {
      simulator.stop();
      loop.orTimeout(30, SECONDS).join();
      simulator.close();
    }
  }
}
