package org.tenuto.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;

/** The drug libraries that come with Tenuto: ketAMINE, and the pretended drug of the demo. */
public final class ShippedLibrary {

  private ShippedLibrary() {}

  /**
   * Loads the ketAMINE library with the syringe catalogue, and the demo library if allowed.
   *
   * @param demoAllowed only for a pump that is a simulator
   * @throws LibraryRefusedException if what is on the class path is not what was signed
   */
  public static DrugLibrary load(boolean demoAllowed) throws LibraryRefusedException {
    List<LibraryFile> files = new ArrayList<>();
    files.add(ketamine());
    if (demoAllowed) {
      files.add(file("demo.toml"));
    }
    return DrugLibrary.load(files, trustedKeys(), demoAllowed);
  }

  /** The ketAMINE library with the syringe catalogue, as it is shipped. */
  public static LibraryFile ketamine() {
    return file("ketamine.toml");
  }

  /** The limits of observation, as they are shipped. */
  public static LibraryFile observation() {
    return file("observation.toml");
  }

  /** The keys whose signatures count where no others are configured. */
  public static List<TrustedKey> trustedKeys() {
    return List.of(key("research", false), key("demo", true));
  }

  private static TrustedKey key(String name, boolean demo) {
    byte[] pem = required(name + ".pub.pem");
    return TrustedKey.parse(name, new String(pem, StandardCharsets.US_ASCII), demo);
  }

  private static LibraryFile file(String name) {
    return new LibraryFile(name, required(name), read(name + ".sig"));
  }

  private static byte[] required(String name) {
    byte[] content = read(name);
    if (content == null) {
      throw new IllegalStateException("resource " + name + " missing: expected in the jar");
    }
    return content;
  }

  private static byte @Nullable [] read(String name) {
    try (InputStream in = ShippedLibrary.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " can't be read", e);
    }
  }
}
