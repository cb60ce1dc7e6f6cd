package org.tenuto.dose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signature counts, and what is said about any other. */
class TrustedKeyTest {

  private static final byte[] CONTENT = "schema = 1".getBytes(UTF_8);

  private final List<LibraryFault> faults = new ArrayList<>();
  private KeyPair site;
  private KeyPair demo;
  private List<TrustedKey> trusted;

  @BeforeEach
  void makeKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    site = generator.generateKeyPair();
    demo = generator.generateKeyPair();
    trusted =
        List.of(
            new TrustedKey("site", site.getPublic(), false),
            new TrustedKey("demo", demo.getPublic(), true));
  }

  @Test
  void readsThePemItIsWrittenIn() throws GeneralSecurityException {
    String pem = pem(site.getPublic().getEncoded());
    TrustedKey key = TrustedKey.parse("site", "\n" + pem + "\n ", true);
    assertThat(key).isEqualTo(new TrustedKey("site", site.getPublic(), true));
    assertThat(key.signed(CONTENT, signature(site))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAA",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n",
        "AAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
      })
  void refusesWhatIsNoPem(String text) {
    assertThatThrownBy(() -> TrustedKey.parse("site", text, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key site: expected a PEM public key");
  }

  @Test
  void refusesWhatIsNoBase64() {
    String pem = "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----";
    assertThatThrownBy(() -> TrustedKey.parse("site", pem, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key site: expected an Ed25519 public key");
  }

  @Test
  void refusesAnotherKindOfKey() throws GeneralSecurityException {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    String pem = pem(rsa.generateKeyPair().getPublic().getEncoded());
    assertThatThrownBy(() -> TrustedKey.parse("site", pem, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key site: expected an Ed25519 public key");
  }

  @Test
  void knowsItsOwnSignaturesOnly() throws GeneralSecurityException {
    TrustedKey key = trusted.get(0);
    byte[] signature = signature(site);
    assertThat(key.signed(CONTENT, signature)).isTrue();
    assertThat(key.signed("schema = 2".getBytes(UTF_8), signature)).isFalse();
    assertThat(key.signed(CONTENT, signature(demo))).isFalse();
    assertThat(key.signed(CONTENT, new byte[0])).isFalse();
    assertThat(key.signed(CONTENT, new byte[64])).isFalse();
    assertThat(key.signed(CONTENT, new byte[65])).isFalse();
  }

  @Test
  void findsTheKeyThatSigned() throws GeneralSecurityException {
    assertThat(check(base64(signature(site)), false)).isSameAs(trusted.get(0));
    assertThat(check("\n " + base64(signature(demo)) + " \n", true)).isSameAs(trusted.get(1));
    assertThat(faults).isEmpty();
  }

  @Test
  void takesTheDemoKeyInADemonstrationOnly() throws GeneralSecurityException {
    assertThat(check(base64(signature(demo)), false)).isNull();
    refused("by the demo key", "another key outside a demonstration");
  }

  @Test
  void saysWhatIsWrongWithASignature() {
    String expected = "an Ed25519 signature of this file by a trusted key";
    assertThat(check(null, true)).isNull();
    refused("missing", expected);
    assertThat(check("%", true)).isNull();
    refused("not base64", expected);
    assertThat(check(base64(new byte[64]), true)).isNull();
    refused("of another content or by an unknown key", expected);
  }

  private @Nullable TrustedKey check(@Nullable String signature, boolean demoAllowed) {
    byte[] bytes = signature == null ? null : signature.getBytes(UTF_8);
    LibraryFile file = new LibraryFile("a.toml", CONTENT, bytes);
    return LibrarySignature.check(file, trusted, demoAllowed, faults);
  }

  private void refused(String value, String expected) {
    assertThat(faults).containsExactly(new LibraryFault("a.toml", "signature", value, expected));
    faults.clear();
  }

  private static byte[] signature(KeyPair keys) throws GeneralSecurityException {
    byte[] base64 = LibrarySigner.sign(keys.getPrivate(), CONTENT);
    return Base64.getMimeDecoder().decode(base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String pem(byte[] encoded) {
    String lines = Base64.getMimeEncoder().encodeToString(encoded);
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----";
  }
}
