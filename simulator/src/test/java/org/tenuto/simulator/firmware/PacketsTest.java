package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tenuto.simulator.firmware.Receiver.Received;

/** Every line of {@code packets.txt}, as the simulated pump reads and writes it. */
class PacketsTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final PumpNumber NUMBERS = new PumpNumber(Set.of());
  private static final String FOLDER = "src/test/resources/org/tenuto/";

  @TestFactory
  List<DynamicTest> lines() throws IOException {
    List<DynamicTest> tests =
        read().stream().map(line -> DynamicTest.dynamicTest(line, () -> hold(line))).toList();
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  @Test
  void theDriverHasTheSameFile() {
    assertThat(Path.of(FOLDER, "simulator/firmware/packets.txt"))
        .hasSameTextualContentAs(Path.of("../controller", FOLDER, "driver/newera/packets.txt"));
  }

  private static void hold(String line) {
    String[] part = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    switch (part[0]) {
      case "host" -> assertThat(received(part[1])).isEqualTo(new Received(part[2], false));
      case "damage" -> assertThat(received(part[1])).isEqualTo(new Received("", true));
      case "pump" -> assertThat(said(part[2] + part[3])).isEqualTo(part[1]);
      case "alarm" -> assertThat(said(alarm(part[2]).status)).isEqualTo(part[1]);
      case "volume" -> assertThat(said("I" + part[2])).isEqualTo(part[1]);
      case "number" -> {
        assertThat(NUMBERS.format(Long.parseLong(part[2]))).isEqualTo(part[1]);
        assertThat(NUMBERS.parseMilli(part[1])).isEqualTo(Long.parseLong(part[2]));
      }
      case "read" -> assertThat(NUMBERS.parseMilli(part[1])).isEqualTo(Long.parseLong(part[2]));
      case "wrong" -> assertThat(NUMBERS.parseMilli(part[1])).isNegative();
        // What is damaged on the way to the host this pump never says.
      case "noise" -> assertThat(said("S")).isNotEqualTo(part[1]);
      default -> throw new IllegalArgumentException("unknown kind: " + line);
    }
  }

  private static @Nullable Received received(String hex) {
    var receiver = new Receiver();
    Received received = null;
    for (byte b : HEX.parseHex(hex)) {
      assertThat(received).as("before the last byte").isNull();
      received = receiver.accept(b, true, 0);
    }
    return received;
  }

  private static String said(String text) {
    var transmitter = new Transmitter();
    transmitter.send(0, text, true);
    return HEX.formatHex(transmitter.drain());
  }

  private static Alarm alarm(String letter) {
    return Arrays.stream(Alarm.values())
        .filter(alarm -> alarm.status.endsWith("?" + letter))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> read() throws IOException {
    try (InputStream in = PacketsTest.class.getResourceAsStream("packets.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
