package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds every conversation of {@code protocol-vectors.txt} with a pump of its own. */
class ProtocolVectorsTest {

  private static final String FILE = "protocol-vectors.txt";
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private record Case(String kind, String name, List<String[]> lines) {}

  @TestFactory
  List<DynamicTest> conversations() throws IOException {
    List<Case> cases = read();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.kind() + ": " + c.name(), () -> hold(c)))
        .toList();
  }

  private static void hold(Case talk) {
    Conversation pump = pump(talk.kind().split(" "));
    for (String[] line : talk.lines()) {
      String got = HEX.formatHex(exchange(pump, line[0], line[1]));
      assertThat(got).as(String.join(" | ", line)).isEqualTo(HEX.formatHex(expected(line)));
    }
  }

  /** {@code cold} or {@code case}, and perhaps a model or a quirk. */
  private static Conversation pump(String... words) {
    var pump = new Conversation(words.length > 1 ? model(words[1]) : PumpModel.NE1000);
    if (!words[0].equals("cold")) {
      pump.basic("");
    }
    return pump;
  }

  private static PumpModel model(String word) {
    PumpModel model = PumpModel.of(word);
    if (model != null) {
      return model;
    }
    Quirk odd = Arrays.stream(Quirk.values()).filter(q -> q.text().equals(word)).findFirst().get();
    return PumpModel.NE1000.with(Set.of(odd));
  }

  private static byte[] exchange(Conversation pump, String kind, String sent) {
    return switch (kind) {
      case "basic", "basic>safe" -> pump.send(latin(sent + "\r"));
      case "safe", "safe>basic" -> pump.send(SafePacket.of(sent));
      case "hex" -> pump.send(HEX.parseHex(sent));
      case "text" -> pump.send(latin(unescaped(sent)));
      case "wait" -> pump.pass(Long.parseLong(sent) * Conversation.NS_PER_MS);
      case "power" -> {
        pump.pump.powerOff(pump.nowNs);
        pump.send(latin("STP\r"));
        pump.pass(sent.isEmpty() ? 0 : Long.parseLong(sent) * Conversation.NS_PER_MS);
        pump.pump.powerOn(pump.nowNs);
        yield pump.pass(0);
      }
      default -> throw new IllegalArgumentException("vector kind " + kind);
    };
  }

  private static byte[] expected(String[] line) {
    if (line[2].equals("-")) {
      return new byte[0];
    }
    return switch (line[0]) {
      case "basic", "text", "safe>basic" -> latin("\u0002" + line[2] + "\u0003");
      case "hex" -> HEX.parseHex(line[2]);
      default -> SafePacket.of(line[2]);
    };
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\s", " ");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Case> read() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = ProtocolVectorsTest.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\\|", 3);
        parts = List.of(parts).stream().map(String::strip).toArray(String[]::new);
        if (parts.length == 2) {
          cases.add(new Case(parts[0], parts[1], new ArrayList<>()));
        } else {
          cases.getLast().lines().add(parts);
        }
      }
    }
    return cases;
  }
}
