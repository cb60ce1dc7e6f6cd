package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line of {@code packets.txt}, as the driver writes and reads it. */
class PacketsTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final Pattern FIGURE = Pattern.compile("(DIA|RAT|VOL)([\\d.]{5})([UM]H)?");

  @TestFactory
  List<DynamicTest> lines() throws IOException {
    List<DynamicTest> tests =
        read().stream().map(line -> DynamicTest.dynamicTest(line, () -> hold(line))).toList();
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private static void hold(String line) {
    String[] part = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    switch (part[0]) {
      case "host" -> written(part[1], part[2]);
      case "pump" -> replied(part[1], part[2], part[3]);
      case "alarm" -> alarmed(part[1], part[2]);
      case "noise" -> assertThat(heard(part[1])).isFalse();
      case "volume" -> counted(part[1], Long.parseLong(part[3]), Long.parseLong(part[4]));
      case "number" -> {
        assertThat(NewEraNumber.text(Long.parseLong(part[2]))).isEqualTo(part[1]);
        assertThat(number(part[1])).isEqualTo(Long.parseLong(part[2]));
      }
      case "read" -> assertThat(number(part[1])).isEqualTo(Long.parseLong(part[2]));
      case "wrong" -> assertThat(number(part[1])).isNegative();
        // What is damaged on the way to the pump the driver never writes.
      case "damage" -> assertThat(HEX.parseHex(part[1])).isNotEqualTo(bytes(Frame.safe(part[2])));
      default -> throw new IllegalArgumentException("unknown kind: " + line);
    }
  }

  private static void written(String hex, String command) {
    assertThat(HEX.formatHex(bytes(Frame.safe(command)))).isEqualTo(hex);
    Matcher figure = FIGURE.matcher(command);
    if (figure.matches()) {
      var frame = new Frame();
      String unit = Objects.requireNonNullElse(figure.group(3), "");
      frame.tell(figure.group(1), number(figure.group(2)), unit);
      assertThat(HEX.formatHex(bytes(frame))).isEqualTo(hex);
    }
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[Frame.CAPACITY];
    return Arrays.copyOf(bytes, frame.copyTo(bytes));
  }

  private static void replied(String hex, String prompt, String data) {
    Reply reply = reply(hex);
    assertThat(reply.isAlarm()).isFalse();
    assertThat((char) reply.prompt()).isEqualTo(prompt.charAt(0));
    assertThat(reply.dataIs(data)).isTrue();
    assertThat(reply.isError()).isEqualTo(data.startsWith("?"));
    assertThat(reply.safe()).isTrue();
  }

  private static void alarmed(String hex, String letter) {
    Reply reply = reply(hex);
    assertThat(reply.isAlarm()).isTrue();
    assertThat((char) reply.alarm()).isEqualTo(letter.charAt(0));
  }

  private static void counted(String hex, long infusedNl, long digitNl) {
    var counter = new VolumeCounter();
    assertThat(counter.judge(reply(hex))).isEqualTo(Answer.Fit.FITS);
    assertThat(counter.infusedNl()).isEqualTo(infusedNl);
    assertThat(counter.digitNl()).isEqualTo(digitNl);
  }

  private static boolean heard(String hex) {
    return decode(new ReplyDecoder(), hex) > 0;
  }

  private static Reply reply(String hex) {
    var decoder = new ReplyDecoder();
    assertThat(decode(decoder, hex)).isOne();
    return decoder.reply();
  }

  private static int decode(ReplyDecoder decoder, String hex) {
    decoder.acceptBasic(false);
    int replies = 0;
    for (byte b : HEX.parseHex(hex)) {
      replies += decoder.accept(b, 0) ? 1 : 0;
    }
    return replies;
  }

  private static long number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return NewEraNumber.parse(bytes, 0, bytes.length);
  }

  private static List<String> read() throws IOException {
    try (InputStream in = PacketsTest.class.getResourceAsStream("packets.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
