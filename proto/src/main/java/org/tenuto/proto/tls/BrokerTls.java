package org.tenuto.proto.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a device or a monitor proves itself with to a broker, and the broker to it. TLS 1.3 and
 * nothing else, the broker's certificate issued by the authority and for the host that is connected
 * to.
 *
 * <p>Files that make no sense are refused when they are read. Dates are not: a board whose clock is
 * wrong must still infuse, so a certificate out of its time is only told ({@link #warnings}), and no
 * connection comes about.
 */
public final class BrokerTls {

  private static final char[] NO_PASSWORD = {};

  private final SSLSocketFactory sockets;
  private final List<Dated> dated;

  /** A certificate, and the file it is in. */
  private record Dated(Path file, X509Certificate certificate) {}

  private BrokerTls(SSLSocketFactory sockets, List<Dated> dated) {
    this.sockets = sockets;
    this.dated = List.copyOf(dated);
  }

  /**
   * Reads the files.
   *
   * @throws IOException one line: which file, and what is wrong with it
   */
  public static BrokerTls read(TlsFiles files) throws IOException {
    List<X509Certificate> authority = PemFiles.certificates(files.authority());
    for (X509Certificate one : authority) {
      if (one.getBasicConstraints() < 0) {
        throw new IOException(
            files.authority() + ": not the certificate of an authority: " + subject(one));
      }
    }
    List<X509Certificate> own = PemFiles.certificates(files.certificate());
    X509Certificate first = own.getFirst();
    PrivateKey key = PemFiles.privateKey(files.key(), first.getPublicKey().getAlgorithm());
    try {
      if (!belongTogether(key, first)) {
        throw new IOException(
            files.key() + ": not the key of the certificate in " + files.certificate());
      }
      List<Dated> dated = new ArrayList<>();
      authority.forEach(one -> dated.add(new Dated(files.authority(), one)));
      own.forEach(one -> dated.add(new Dated(files.certificate(), one)));
      return new BrokerTls(context(authority, own, key).getSocketFactory(), dated);
    } catch (GeneralSecurityException e) {
      throw new IOException(files.certificate() + ": of no use for TLS: " + e.getMessage(), e);
    }
  }

  /** Which certificates are out of their time, one line each. */
  public List<String> warnings(Instant wall) {
    return dated.stream()
        .filter(one -> isOutOfItsTime(one.certificate, wall))
        .map(
            one ->
                "%s: %s is good from %s to %s, not now: no connection to the broker"
                    .formatted(
                        one.file,
                        subject(one.certificate),
                        one.certificate.getNotBefore().toInstant(),
                        one.certificate.getNotAfter().toInstant()))
        .toList();
  }

  private static boolean isOutOfItsTime(X509Certificate one, Instant wall) {
    return wall.isBefore(one.getNotBefore().toInstant())
        || wall.isAfter(one.getNotAfter().toInstant());
  }

  private static String subject(X509Certificate one) {
    return one.getSubjectX500Principal().getName();
  }

  /** Signs something and looks whether the certificate agrees. */
  private static boolean belongTogether(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    byte[] text = {1, 2, 3};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(text);
    byte[] signature = signing.sign();
    signing.initVerify(certificate.getPublicKey());
    signing.update(text);
    return signing.verify(signature);
  }

  private static SSLContext context(
      List<X509Certificate> authority, List<X509Certificate> own, PrivateKey key)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = emptyStore();
    for (X509Certificate one : authority) {
      trusted.setCertificateEntry(Integer.toString(trusted.size()), one);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyStore mine = emptyStore();
    mine.setKeyEntry("device", key, NO_PASSWORD, own.toArray(Certificate[]::new));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(mine, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance(BrokerSocket.VERSION);
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /**
   * Makes the connections.
   *
   * @param largestBytes the most that a packet from the broker may have after its fixed header
   */
  public BrokerSockets sockets(int largestBytes) {
    return new BrokerSockets(sockets, largestBytes);
  }
}
