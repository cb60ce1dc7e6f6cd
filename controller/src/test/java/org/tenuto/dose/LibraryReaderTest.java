package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed file may be garbage all the same: refused in a line, soon and without a crash. */
class LibraryReaderTest {

  /** Far above what a refusal takes, far below what the parser would take without the limits. */
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void refusesALongFileBeforeReadingIt() {
    assertThat(faults("x".repeat(LibraryText.LONGEST_BYTES + 1)))
        .containsExactly("a.toml: content \"65537 bytes\": expected at most 65536");
    assertThat(faults("#".repeat(LibraryText.LONGEST_BYTES)))
        .doesNotContain("content")
        .contains("a.toml: schema \"missing\": expected 2");
  }

  @Test
  void refusesTenMegabytesOfGarbage() {
    byte[] garbage = new byte[10_000_000];
    new Random(10).nextBytes(garbage);
    assertThat(faults(garbage))
        .containsExactly("a.toml: content \"10000000 bytes\": expected at most 65536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "#\n", " \n", "\r\n", "\t# twelve\n"})
  void refusesTooManyIdleLinesInARow(String line) {
    String most = line.repeat(LibraryText.MOST_IDLE_LINES);
    String full = "name = \"x\"\n" + most + "version = \"1\"\n" + most;
    assertThat(faults(full))
        .containsExactly(
            "a.toml: schema \"missing\": expected 2",
            "a.toml: drug \"missing\": expected at least one drug or syringe");
    assertThat(faults(full + line))
        .singleElement()
        .asString()
        .startsWith("a.toml: line 103 \"")
        .endsWith("\": expected at most 50 blank or comment lines in a row");
  }

  @Test
  void idleLinesDoNotHoldTheParserUp() {
    Assertions.assertTimeoutPreemptively(SOON, () -> faults("\n".repeat(65_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "[{a="})
  void refusesDeepNesting(String open) {
    String deep = "name = " + open.repeat(LibraryText.LONGEST_BYTES / 8);
    assertThat(faults(deep)).isNotEmpty().allMatch(fault -> fault.endsWith("expected TOML"));
  }

  @Test
  void listsTheFirstSyntaxErrorsOnly() {
    assertThat(faults("= 1\n".repeat(1_000))).hasSize(LibraryText.MOST_SYNTAX_ERRORS);
  }

  @Test
  void refusesAKeyNobodyAskedFor() {
    assertThat(faults("schema = 2\nname = 'a'\nversion = '1'\ncolour = 'b'"))
        .containsExactly(
            "a.toml: drug \"missing\": expected at least one drug or syringe",
            "a.toml: colour \"b\": expected no such key");
  }

  @Test
  void whatIsNoTextHasThatFaultOnly() {
    assertThat(faults(new byte[] {'a', (byte) 0xff}))
        .containsExactly("a.toml: content \"bytes that are no text\": expected UTF-8");
  }

  private static List<String> faults(String toml) {
    return faults(toml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> faults(byte[] toml) {
    List<LibraryFault> faults = new ArrayList<>();
    new LibraryReader(new LibraryFile("a.toml", toml, null), false, faults).read();
    return faults.stream().map(LibraryFault::text).toList();
  }
}
