package org.tenuto.simulator.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys and certificates: P-256, random serial number, good from a little before now.
 *
 * @param now the moment they are made
 */
record Issuing(Instant now) {

  /** Clocks differ. */
  private static final Duration EARLY = Duration.ofHours(1);

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** An authority, which signs itself and nothing but certificates of one role. */
  Issued authority(String name, Duration life) throws IOException {
    try {
      KeyPair pair = newPair();
      X500Name self = name(name);
      var builder = builder(self, self, pair.getPublic(), now.plus(life));
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      return new Issued(sign(builder, pair.getPrivate()), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("an authority can't be made: " + e.getMessage(), e);
    }
  }

  /**
   * A certificate that an authority signs, and which does not outlive it.
   *
   * @param name its common name
   */
  Issued certificate(Issued by, Role role, String name, Duration life) throws IOException {
    return certificate(by, role, name, life, null);
  }

  /** The same for a broker: good for one host, DNS name or address. */
  Issued broker(Issued by, GeneralName host, String name, Duration life) throws IOException {
    return certificate(by, Role.BROKER, name, life, host);
  }

  private Issued certificate(
      Issued by,
      Role role,
      String name,
      Duration life,
      @Nullable GeneralName host)
      throws IOException {
    try {
      KeyPair pair = newPair();
      Instant end = now.plus(life);
      Instant authorityEnd = by.certificate().getNotAfter().toInstant();
      byte[] issuer = by.certificate().getSubjectX500Principal().getEncoded();
      var builder =
          builder(
              X500Name.getInstance(issuer),
              name(name),
              pair.getPublic(),
              end.isBefore(authorityEnd) ? end : authorityEnd);
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(role.purpose()))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(by.certificate()));
      if (host != null) {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
      }
      return new Issued(sign(builder, by.key()), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("a certificate can't be made: " + e.getMessage(), e);
    }
  }

  private static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant end) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
        Date.from(now.minus(EARLY)),
        Date.from(end),
        subject,
        key);
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey by)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }
}
