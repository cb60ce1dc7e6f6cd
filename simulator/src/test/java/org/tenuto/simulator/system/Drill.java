package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tenuto.library.SigningKey;

/** The library of orders that take seconds, signed with the key of demonstrations. */
final class Drill {

  private static final String NAME = "drill.toml";
  private static final String KEY = "controller/src/test/resources/keys/demo.key.pem";

  private Drill() {}

  /** Puts the library and its signature into a folder. */
  static void put(Path dir) throws IOException {
    try (InputStream in = Drill.class.getResourceAsStream(NAME)) {
      byte[] library = requireNonNull(in).readAllBytes();
      Path pem = Tenuto.home().resolve(KEY);
      SigningKey key =
          SigningKey.parse(KEY, new String(Files.readAllBytes(pem), StandardCharsets.US_ASCII));
      Files.write(dir.resolve(NAME), library);
      Files.write(dir.resolve(NAME + ".sig"), key.sign(library));
    }
  }
}
