package org.tenuto.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

  @Test
  void whatIsReadStaysAsItIs() {
    assertThat(Plain.line("Kanüle 2 · <b>ßµ</b> 針 🫀")).isEqualTo("Kanüle 2 · <b>ßµ</b> 針 🫀");
  }

  @Test
  void whatMovesACursorOrTurnsTheTextIsMarked() {
    assertThat(Plain.line("a\u001b[2Jb\nc\u202ed\u0000e\u2028f\u200bg"))
        .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
    assertThat(Plain.line("half \ud83e of a pair")).isEqualTo("half \uFFFD of a pair");
  }

  @Test
  void itIsCutAndSaysSo() {
    assertThat(Plain.text("🫀".repeat(5), 5)).isEqualTo("🫀".repeat(5));
    assertThat(Plain.text("🫀".repeat(6), 5)).isEqualTo("🫀".repeat(5) + "…");
  }
}
