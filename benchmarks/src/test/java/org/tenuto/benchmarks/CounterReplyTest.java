package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digits a pump shows; the check is judged by the driver in {@link BenchDeviceTest}. */
class CounterReplyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "999, 0.000",
    "1000, 0.001",
    "9999999, 9.999",
    "10000000, 10.00",
    "35009999, 35.00",
    "123400000, 123.4",
    "1234000000, 1234."
  })
  void fourDigitsAndAPointCutDown(long counterNl, String shown) {
    CounterReply reply = new CounterReply();
    reply.tell('I', counterNl);
    byte[] bytes = new byte[64];
    int length = reply.copyTo(bytes);

    assertThat(length).isEqualTo(22);
    assertThat(new String(bytes, 2, 17, StandardCharsets.US_ASCII))
        .isEqualTo("00II" + shown + "W0.000ML");
  }
}
