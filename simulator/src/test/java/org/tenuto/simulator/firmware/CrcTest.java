package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of a packet, against the manual's own and the polynomial's published check value. */
class CrcTest {

  @ParameterizedTest
  @CsvSource({"SAF0, 5543", "SAFO, da3b", "123456789, 31c3", "'', 0"})
  void isXmodem(String data, String expected) {
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);

    assertThat(Integer.toHexString(Crc.of(bytes, 0, bytes.length))).isEqualTo(expected);
  }
}
