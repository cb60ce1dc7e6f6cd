package org.tenuto.dose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a file of vectors, without its heading. */
final class VectorFile {

  private VectorFile() {}

  static List<String> rows(String file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(VectorFile.class.getResourceAsStream("/vectors/" + file)),
                StandardCharsets.UTF_8))) {
      return in.lines().skip(1).toList();
    }
  }
}
