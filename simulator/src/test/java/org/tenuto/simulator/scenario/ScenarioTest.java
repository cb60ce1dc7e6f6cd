package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each golden scenario goes as it is expected to, line for line. */
class ScenarioTest {

  private static final Path FOLDER =
      Path.of("src", "main", "resources", "org", "tenuto", "simulator", "scenario");

  static Stream<String> names() throws IOException {
    return Files.readString(FOLDER.resolve("index.txt")).lines();
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesAsExpected(String name) throws IOException {
    Scenario scenario = Scenario.of(name);
    String trace = Runs.trace(scenario.plan(Runs.SITE.library()));
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.writeString(FOLDER.resolve(name).resolve("trace.txt"), trace, StandardCharsets.UTF_8);
      return;
    }
    assertThat(scenario.difference(trace)).as(name).isNull();
    assertThat(trace).doesNotContain(" oracle ");
  }

  @Test
  void everyFolderIsInTheIndexAndSaysWhatItIs() throws IOException {
    List<String> folders;
    try (Stream<Path> entries = Files.list(FOLDER)) {
      folders =
          entries.filter(Files::isDirectory).map(one -> one.getFileName().toString()).toList();
    }
    assertThat(names()).containsExactlyInAnyOrderElementsOf(folders);
    for (String folder : folders) {
      assertThat(FOLDER.resolve(folder).resolve("README.md")).content().contains("Look for");
    }
  }

  @Test
  void aTraceThatDepartsIsToldByItsFirstLine() {
    Scenario scenario = Scenario.of("uneventful");
    String[] lines = scenario.expected().split("\n");
    lines[4] = "0.000 nothing";

    assertThat(scenario.difference(String.join("\n", lines) + "\n"))
        .startsWith("line 5 is '0.000 nothing', expected '");
  }

  @Test
  void anUnknownNameIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> Scenario.of("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("scenario 'nonsense': expected one of uneventful, ");
  }
}
