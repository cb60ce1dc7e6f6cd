package org.tenuto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir private Path dir;

  private ConfigFile file(String toml) throws IOException, ConfigException {
    return ConfigFile.read(Files.writeString(dir.resolve("c.toml"), toml));
  }

  @Test
  void readsWhatIsThere() throws Exception {
    ConfigFile file =
        file("a = 'x'\nn = 7\nw = 'up'\n[p]\nfile = 'sub/f'\nlist = ['g', '/abs/h']\n");
    assertThat(file.text("a")).isEqualTo("x");
    assertThat(file.text("b", "absent")).isEqualTo("absent");
    assertThat(file.integer("n", 0, 9, 1)).isEqualTo(7);
    assertThat(file.integer("m", 0, 9, 1)).isEqualTo(1);
    assertThat(file.oneOf("w", Set.of("up", "down"))).isEqualTo("up");
    assertThat(file.path("p.file")).isEqualTo(dir.resolve("sub/f"));
    assertThat(file.paths("p.list")).containsExactly(dir.resolve("g"), Path.of("/abs/h"));
    file.finish();
  }

  @Test
  void everyFaultIsListedWithFileKeyValueAndWhatWasExpected() throws Exception {
    ConfigFile file = file("n = 10\nw = 'sideways'\nstray = true\n");
    file.text("a");
    file.integer("n", 0, 9, 1);
    file.oneOf("w", Set.of("up", "down"));
    assertThatThrownBy(file::finish)
        .isInstanceOf(ConfigException.class)
        .message()
        .satisfies(
            m ->
                assertThat(m.lines())
                    .containsExactlyInAnyOrder(
                        dir + "/c.toml: a = (absent): expected a text",
                        dir + "/c.toml: n = 10: expected a whole number from 0 to 9",
                        dir + "/c.toml: w = sideways: expected one of down, up",
                        dir + "/c.toml: stray = true: expected no such key"));
  }

  @Test
  void brokenTomlIsTheOnlyFaultNamed() {
    assertThatThrownBy(() -> file("a = \n"))
        .isInstanceOf(ConfigException.class)
        .message()
        .satisfies(m -> assertThat(m.lines()).hasSize(1));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = dir.resolve("none.toml");
    assertThatThrownBy(() -> ConfigFile.read(missing))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(missing.toString());
  }
}
