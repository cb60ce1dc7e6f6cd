package org.tenuto.telemetry;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a device proves itself with to a broker, and the broker to it. TLS 1.3 and nothing else, the
 * broker's certificate issued by the authority and for the host that is connected to.
 *
 * <p>Files that make no sense are refused when they are read. Dates are not: a board whose clock is
 * wrong must still infuse, so a certificate out of its time is logged, and no connection comes
 * about.
 */
public final class BrokerTls {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerTls.class);
  private static final char[] NO_PASSWORD = {};

  private final SSLSocketFactory sockets;

  private BrokerTls(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /**
   * Reads the files.
   *
   * @param wall to say which certificate is out of its time
   * @throws IOException one line: which file, and what is wrong with it
   */
  public static BrokerTls read(TlsFiles files, Instant wall) throws IOException {
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
      authority.forEach(one -> warn(files.authority().toString(), one, wall));
      own.forEach(one -> warn(files.certificate().toString(), one, wall));
      return new BrokerTls(new Tls13Sockets(context(authority, own, key).getSocketFactory()));
    } catch (GeneralSecurityException e) {
      throw new IOException(files.certificate() + ": of no use for TLS: " + e.getMessage(), e);
    }
  }

  private static void warn(String file, X509Certificate one, Instant wall) {
    Instant from = one.getNotBefore().toInstant();
    Instant to = one.getNotAfter().toInstant();
    if (wall.isBefore(from) || wall.isAfter(to)) {
      LOG.warn(
          "{}: {} is good from {} to {}, not now: no connection to the broker",
          file,
          subject(one),
          from,
          to);
    }
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
    SSLContext context = SSLContext.getInstance(Tls13Sockets.VERSION);
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Makes the connections. */
  SSLSocketFactory sockets() {
    return sockets;
  }
}
