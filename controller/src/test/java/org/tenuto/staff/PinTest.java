package org.tenuto.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

  @ParameterizedTest
  @ValueSource(strings = {"135790", "2580147369", "112233", "102030", "999998"})
  void sixToTenDigitsWillDo(String pin) {
    assertThat(Pin.fault(pin)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "12345", "13579", "13579246801", "13579a", " 135790", "135790\n", "١٣٥٧٩٠", "000000",
        "9999999999", "123456", "654321", "3456789", "8901234", "2109876", "0987654321", "1234567890"
      })
  void whatAnybodyWouldTryFirstWillNot(String pin) {
    assertThat(Pin.fault(pin)).startsWith("PIN: ").contains("expected");
  }

  @Test
  void aFaultDoesNotTellThePin() {
    assertThat(Pin.fault("345678")).doesNotContain("345678");
  }

  @Test
  void aHashIsOfItsPinAloneAndEachHasItsOwnSalt() {
    SecureRandom random = new SecureRandom();
    PinHash one = PinHash.of("135790", random, 1_000);
    PinHash other = PinHash.of("135790", random, 1_000);

    assertThat(one.matches("135790")).isTrue();
    assertThat(one.matches("135791")).isFalse();
    assertThat(one.matches("")).isFalse();
    assertThat(one.saltHex()).hasSize(32).isNotEqualTo(other.saltHex());
    assertThat(one.hashHex()).hasSize(64).isNotEqualTo(other.hashHex());
  }

  /** Computed apart: {@code hashlib.pbkdf2_hmac("sha256", b"135790", bytes(range(16)), 600000)}. */
  @Test
  void itIsPbkdf2AsTheRestOfTheWorldHasIt() {
    byte[] salt = new byte[16];
    for (int i = 0; i < salt.length; i++) {
      salt[i] = (byte) i;
    }
    byte[] known =
        HexFormat.of()
            .parseHex("ae5bfccdd220f6fbc8f7b5dae4faa122" + "a31675d0430aa4c6c310587b62388aa6");

    assertThat(new PinHash(600_000, salt, known).matches("135790")).isTrue();
  }

  @Test
  void whatIsGivenOutIsSlowEnough() {
    assertThat(PinHash.of("135790", new SecureRandom()).iterations()).isEqualTo(600_000);
  }
}
