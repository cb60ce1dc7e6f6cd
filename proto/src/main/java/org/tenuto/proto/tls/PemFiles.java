package org.tenuto.proto.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys. What is wrong with a file is told in one line that names it. */
final class PemFiles {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final int MOST_BYTES = 1 << 20;

  private PemFiles() {}

  /** Every certificate of a file, in its order, at least one. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    byte[] text = read(file);
    if (!text(text).contains("-----BEGIN CERTIFICATE-----")) {
      throw new IOException(file + ": no certificate in it, expected PEM (BEGIN CERTIFICATE)");
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IOException(file + ": a damaged certificate: " + oneLine(e), e);
    }
  }

  /**
   * The private key of a file.
   *
   * @param algorithm of its public key, e.g. {@code EC}
   */
  static PrivateKey privateKey(Path file, String algorithm) throws IOException {
    String text = text(read(file));
    requirePrivate(file);
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String label = block.group(1);
      if (label.equals("PRIVATE KEY")) {
        return decoded(file, block.group(2), algorithm);
      }
      if (label.equals("ENCRYPTED PRIVATE KEY")) {
        throw new IOException(file + ": the key is encrypted, expected one that is not");
      }
      if (label.endsWith("PRIVATE KEY")) {
        throw new IOException(
            file
                + ": "
                + label
                + ", expected PKCS #8 (PRIVATE KEY): openssl pkcs8 -topk8 -nocrypt -in FILE");
      }
    }
    throw new IOException(file + ": no private key in it, expected PEM (BEGIN PRIVATE KEY)");
  }

  private static PrivateKey decoded(Path file, String base64, String algorithm)
      throws IOException {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          file + ": a damaged private key, or not the " + algorithm + " key of the certificate", e);
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    Set<PosixFilePermission> held = Files.getPosixFilePermissions(file);
    if (held.contains(PosixFilePermission.OTHERS_READ)
        || held.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(
          file
              + ": a private key that anybody may use ("
              + PosixFilePermissions.toString(held)
              + "), expected mode 0600");
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + ": no such file");
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new IOException(file + ": expected a file of at most 1 MiB");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (IOException e) {
      throw new IOException(file + ": can't be read", e);
    }
  }

  /** PEM is ASCII; whatever else a file holds does no harm here. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
