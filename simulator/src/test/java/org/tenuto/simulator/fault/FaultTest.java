package org.tenuto.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a fault and a script are written, and what they may be. */
class FaultTest {

  private static final long S = 1_000_000_000;

  /** Scripts that were kept have these words in them. */
  @Test
  void theWordsStayAsTheyAre() {
    assertThat(Stream.of(FaultKind.values()).map(FaultKind::text))
        .containsExactly(
            "serial-loss",
            "serial-doubling",
            "serial-delay",
            "serial-damage",
            "serial-stuck",
            "serial-cut",
            "pump-reset",
            "pump-off",
            "pump-mute",
            "pump-deaf",
            "motor-stall",
            "motor-slip",
            "wall-step",
            "wall-drift",
            "executor-stall",
            "station-stall",
            "disk-full",
            "disk-slow",
            "disk-death",
            "disk-torn",
            "disk-fsync",
            "disk-read-only",
            "broker-down",
            "broker-slow",
            "broker-unacknowledging",
            "broker-hangup",
            "broker-refusal",
            "executor-killed",
            "station-killed",
            "board-off",
            "sensor-stuck",
            "sensor-drift",
            "sensor-silent",
            "sensor-noise",
            "occlusion",
            "height-step",
            "air",
            "loose-plunger",
            "wrong-brand",
            "key-bounce",
            "key-disorder",
            "double-start",
            "key-stop",
            "key-pause",
            "key-resume",
            "page-closed",
            "audio-pause",
            "dose-change",
            "e-stop",
            "e-stop-wire",
            "panel-lost",
            "panel-stop",
            "panel-start",
            "encoder-stuck",
            "end-stop",
            "lines-lost");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsReadBackAsItIsPrinted(FaultKind kind) {
    long forNs = kind.span() == Span.LASTING ? 1_500_000_001 : 0;
    for (long size : new long[] {kind.unit().least(), kind.unit().most()}) {
      Fault fault = new Fault(kind, 83 * S, forNs, size);
      assertThat(Fault.parse(fault.text())).isEqualTo(fault);
    }
    assertThat(kind.meaning()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "serial-loss@83s+2s:30, 83000000000, 2000000000, 30, serial-loss@83s+2s:30",
    "serial-loss@1.5s+0.25s:1000, 1500000000, 250000000, 1000, serial-loss@1500ms+250ms:1000",
    "pump-reset@2min, 120000000000, 0, 0, pump-reset@120s",
    "wall-step@0s:-3600000, 0, 0, -3600000, wall-step@0s:-3600000",
    "motor-stall@7ns+3us, 7, 3000, 0, motor-stall@7ns+3us"
  })
  void isKindMomentTimeAndSize(String text, long atNs, long forNs, long size, String printed) {
    Fault fault = Fault.parse(text);
    assertThat(fault).isEqualTo(new Fault(fault.kind(), atNs, forNs, size));
    assertThat(fault.text()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                     | fault '': expected KIND@AT+FOR:SIZE, e.g. serial-loss@83s+2s:30",
        "serial-loss            | fault 'serial-loss': expected KIND@AT+FOR:SIZE",
        "serial-loss@-1s+1s:1   | fault 'serial-loss@-1s+1s:1': expected KIND@AT+FOR:SIZE",
        "serial-loss@1h+1s:1    | fault 'serial-loss@1h+1s:1': expected KIND@AT+FOR:SIZE",
        "explode@1s             | fault 'explode@1s': unknown kind, expected one of serial-loss",
        "serial-loss@1s:5       | fault 'serial-loss': stays 0s, expected a time that it stays",
        "serial-cut@1s+0s       | fault 'serial-cut': stays 0s, expected a time that it stays",
        "pump-reset@1s+2s       | fault 'pump-reset': stays 2s, expected none, it is over at once",
        "serial-loss@1s+2s      | fault 'serial-loss': size 0, expected 1 to 1000 per mille",
        "serial-loss@1s+2s:1001 | fault 'serial-loss': size 1001, expected 1 to 1000 per mille",
        "serial-cut@1s+2s:1     | fault 'serial-cut': size 1, expected no size",
        "pump-reset@0.5ns       | fault 'pump-reset@0.5ns': expected times in whole ns",
        "pump-reset@999999999min| fault 'pump-reset@999999999min': expected times in whole ns",
        "serial-cut@150000000min+150000000min| fault 'serial-cut': begins at 9000000000000000000 ns"
      })
  void anythingElseIsRefusedInOneLine(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.parse(text))
        .withMessageStartingWith(message)
        .withMessageContaining("expected")
        .withMessageNotContaining("\n");
  }

  @Test
  void aScriptIsSortedByTimeAndReadsBack() {
    FaultScript script = FaultScript.parse("pump-reset@9s;serial-cut@3s+1s;air@3s:500");
    assertThat(script.text()).isEqualTo("serial-cut@3s+1s;air@3s:500;pump-reset@9s");
    assertThat(FaultScript.parse(script.text())).isEqualTo(script);
    assertThat(script.without(1).text()).isEqualTo("serial-cut@3s+1s;pump-reset@9s");
    assertThat(FaultScript.parse("")).isEqualTo(new FaultScript(List.of()));
    assertThat(FaultScript.EMPTY.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "pump-reset@9s;", "pump-reset@9s; key-stop@1s"})
  void aScriptOfAnythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> FaultScript.parse(text));
  }
}
