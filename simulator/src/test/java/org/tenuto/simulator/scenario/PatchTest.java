package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patch changes what it was made for, and nothing else. */
class PatchTest {

  private static final Patch PATCH =
      Patch.parse(
          "sum",
          """
          What somebody thought.

          --- a/Sum.java
          +++ b/Sum.java
          @@ -3,3 +3,3 @@
             int of(int a, int b) {
          -    return a + b;
          +    return a - b;
             }
          """);

  @TempDir private Path home;

  @Test
  void changesTheLinesItWasMadeFor() throws IOException {
    write("class Sum {\n  int of(int a, int b) {\n    return a + b;\n  }\n}\n");

    assertThat(PATCH.applyTo(home))
        .containsOnlyKeys("Sum.java")
        .containsValue("class Sum {\n  int of(int a, int b) {\n    return a - b;\n  }\n}\n");
  }

  @Test
  void isRefusedWhereTheLinesAreNoLonger() throws IOException {
    write("class Sum {\n  long of(long a, long b) {\n    return a + b;\n  }\n}\n");

    assertThatThrownBy(() -> PATCH.applyTo(home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("patch sum: Sum.java has no longer the lines:");
  }

  @Test
  void isRefusedWhereTheLinesStandTwice() throws IOException {
    String method = "  int of(int a, int b) {\n    return a + b;\n  }\n";
    write("class Sum {\n" + method + "}\nclass Other {\n" + method + "}\n");

    assertThatThrownBy(() -> PATCH.applyTo(home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("patch sum: Sum.java has more than once the lines:");
  }

  private void write(String text) throws IOException {
    Files.writeString(home.resolve("Sum.java"), text);
  }
}
