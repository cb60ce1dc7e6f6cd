package org.tenuto.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.TrustedKey;
import org.tenuto.library.ShippedLibrary;

class ThresholdsTest {

  private static String limit(String id, String level, String side, int limit) {
    return SignedLimits.limit(id, level, side, limit);
  }

  private static Thresholds load(
      String name, byte[] content, byte @Nullable [] signature, TrustedKey key) {
    return Thresholds.load(new LibraryFile(name, content, signature), List.of(key), false);
  }

  private static void refuses(String toml, String... words) {
    assertThatThrownBy(() -> SignedLimits.load(toml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void theShippedFileIsSignedAndItsDefaultsAreInForce() {
    Thresholds shipped =
        Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);
    assertThat(shipped.title()).isEqualTo("observation 1");
    assertThat(shipped.enabled()).hasSizeGreaterThan(20).allMatch(t -> !t.origin().isBlank());
    assertThat(shipped.hash()).hasSize(64);
  }

  @Test
  void whatIsUnsignedAlteredOrOfAStrangerIsRefused() {
    LibraryFile shipped = ShippedLibrary.observation();
    byte[] altered = shipped.toml().clone();
    altered[altered.length / 2] ^= 1;
    TrustedKey research = ShippedLibrary.trustedKeys().getFirst();
    assertThatThrownBy(() -> load("o.toml", shipped.toml(), null, research))
        .hasMessage(
            "o.toml: signature \"missing\": expected an Ed25519 signature of this file by a"
                + " trusted key");
    assertThatThrownBy(() -> load("o.toml", altered, shipped.signature(), research))
        .hasMessageStartingWith("o.toml: signature \"of another content or by an unknown key\"");
    TrustedKey stranger = new TrustedKey("site", SignedLimits.PAIR.getPublic(), false);
    assertThatThrownBy(() -> load("o.toml", shipped.toml(), shipped.signature(), stranger))
        .hasMessageContaining("unknown key");
  }

  @Test
  void aSignedDrugLibraryIsNoFileOfLimits() {
    assertThatThrownBy(
            () ->
                Thresholds.load(
                    ShippedLibrary.ketamine(), ShippedLibrary.trustedKeys(), false))
        .hasMessageContaining("kind");
  }

  @Test
  void aSoundFileIsTaken() {
    Thresholds loaded = SignedLimits.load(SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE", 160));
    assertThat(loaded.of(Measure.SYSTOLIC, Threshold.When.FROM_START)).hasSize(1);
    assertThat(loaded.of(Measure.SYSTOLIC, Threshold.When.BEFORE_START)).isEmpty();
  }

  @Test
  void aNumberNobodyVerifiedCanNotBeInForce() {
    refuses(
        SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE", 160).replace("PROPOSED", "UNVERIFIED"),
        "t.toml: limit[0].enabled \"true\": expected false with evidence UNVERIFIED");
  }

  @Test
  void levelsBeginFurtherOutTheMoreUrgentTheyAre() {
    String advisory = limit("A", "ADVISORY", "ABOVE", 160);
    refuses(SignedLimits.HEAD + advisory + limit("B", "PAUSE", "ABOVE", 160), "limit[1].limit", "A has 160");
    refuses(SignedLimits.HEAD + advisory + limit("B", "PAUSE", "ABOVE", 150), "further out");
    refuses(SignedLimits.HEAD + advisory + limit("B", "ADVISORY", "ABOVE", 170), "further out");
    refuses(
        SignedLimits.HEAD + limit("A", "ADVISORY", "BELOW", 90) + limit("B", "STOP", "BELOW", 95),
        "further out");
  }

  @Test
  void everyFaultIsNamed() {
    refuses(SignedLimits.HEAD, "at least one [[limit]] that is enabled");
    refuses(SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE", 300), "a whole number from 40 to 280");
    refuses(SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE_BASELINE", 101), "from 1 to 100");
    refuses(SignedLimits.HEAD + limit("A", "LOUD", "ABOVE", 160), "one of ADVISORY, PAUSE, STOP");
    refuses(
        SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE", 160) + limit("A", "PAUSE", "ABOVE", 180),
        "an id no other limit has");
    refuses(SignedLimits.HEAD + limit("A", "ADVISORY", "ABOVE", 160) + "extra = 1\n", "no such key");
    refuses(SignedLimits.HEAD.replace("1\"", "1\"\nmore = 2") + limit("A", "STOP", "ABOVE", 160), "more");
  }
}
