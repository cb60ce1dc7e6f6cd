package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WakeLogTest {

  @TempDir private Path folder = Path.of("");

  private Path newLog(int wakes) throws IOException {
    Path file = folder.resolve("wakes");
    WakeLog.create(file, wakes);
    return file;
  }

  @Test
  void onlyDeadlinesOfTheStretchCount() throws IOException {
    Path file = newLog(10);
    WakeLog log = WakeLog.open(file);
    for (int i = 1; i <= 5; i++) {
      log.woke(i * 100L, i);
    }

    Wakes wakes = WakeLog.read(file, 200, 400);

    assertThat(wakes.count()).isEqualTo(2);
    assertThat(wakes.errors(true).getMinValue()).isEqualTo(2);
    assertThat(wakes.errors(true).getMaxValue()).isEqualTo(3);
  }

  @Test
  void aFullLogKeepsWhatItHas() throws IOException {
    Path file = newLog(2);
    WakeLog log = WakeLog.open(file);
    for (int i = 1; i <= 5; i++) {
      log.woke(i, i);
    }

    assertThat(WakeLog.read(file, 0, 100).errors(true).getMaxValue()).isEqualTo(2);
  }

  @Test
  void theTwinsLogIsReadTheSameWay() throws IOException {
    Path file = folder.resolve("twin");
    try (InputStream hex = WakeLogTest.class.getResourceAsStream("twin-log.hex")) {
      String text =
          new String(Objects.requireNonNull(hex).readAllBytes(), StandardCharsets.US_ASCII);
      Files.write(file, HexFormat.of().parseHex(text.replace("\n", "")));
    }

    Wakes wakes = WakeLog.read(file, 1_000_000, 6_000_000);

    assertThat(wakes.count()).isEqualTo(3);
    assertThat(wakes.missed(false)).isEqualTo(2);
    assertThat(wakes.worstOfSecondsNs()).containsExactly(2_300_000L);
    assertThat(wakes.errors(false).getMinValue()).isEqualTo(5_000);
  }

  @Test
  void whatIsNoLogIsRefused() throws IOException {
    Path file = folder.resolve("text");
    Files.writeString(file, "no log");
    assertThatThrownBy(() -> WakeLog.read(file, 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": expected a log of wake-ups");

    Files.write(file, HexFormat.of().parseHex("ff".repeat(8) + "00".repeat(56)));
    assertThatThrownBy(() -> WakeLog.read(file, 0, 1)).isInstanceOf(IOException.class);
  }
}
