package org.tenuto.simulator.authority;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * A folder with {@code NAME.pem} and {@code NAME.key.pem} of each certificate: the certificate for
 * everybody, the key for its owner alone (mode 0600). Never overwrites.
 */
record CertificateFolder(Path dir) {

  private static final String KEY_MODE = "rw-------";
  private static final String CERTIFICATE_MODE = "rw-r--r--";

  Path certificate(String name) {
    return dir.resolve(name + ".pem");
  }

  Path key(String name) {
    return dir.resolve(name + ".key.pem");
  }

  /** Refuses if either file of that name is there. */
  void requireFree(String name) throws IOException {
    for (Path file : new Path[] {certificate(name), key(name)}) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(file + ": is there already, and nothing is overwritten");
      }
    }
  }

  /** Writes both files. */
  void write(String name, Issued issued) throws IOException {
    requireFree(name);
    create(key(name), new JcaPKCS8Generator(issued.key(), null).generate(), KEY_MODE);
    create(certificate(name), issued.certificate(), CERTIFICATE_MODE);
  }

  private static void create(Path file, Object what, String mode) throws IOException {
    StringWriter text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      pem.writeObject(what);
    }
    var permissions = PosixFilePermissions.fromString(mode);
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(permissions))) {
      channel.write(StandardCharsets.US_ASCII.encode(text.toString()));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(file + ": is there already, and nothing is overwritten", e);
    }
  }

  /** Reads an authority that {@code certs init} made. */
  Issued read(String name) throws IOException {
    X509CertificateHolder holder = one(certificate(name), X509CertificateHolder.class);
    PrivateKeyInfo info = one(key(name), PrivateKeyInfo.class);
    try {
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
      PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(info);
      return new Issued(certificate, key);
    } catch (CertificateException e) {
      throw new IOException(certificate(name) + ": a damaged certificate", e);
    }
  }

  private static <T> T one(Path file, Class<T> kind) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file, expected one of ./tenuto certs init");
    }
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(text)) {
      Object first = parser.readObject();
      if (kind.isInstance(first)) {
        return kind.cast(first);
      }
    } catch (IOException e) {
      throw new IOException(file + ": damaged, expected PEM", e);
    }
    throw new IOException(file + ": damaged, expected one of ./tenuto certs init");
  }
}
