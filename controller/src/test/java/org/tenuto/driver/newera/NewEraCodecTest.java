package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewEraCodecTest {

  @Test
  void theManualsOwnPacket() {
    assertThat(hex(Frame.safe("SAF0"))).isEqualTo("0208534146305543" + "03");
  }

  @Test
  void theFirstBytes() {
    assertThat(hex(Frame.safe("STP"))).isEqualTo("02075354509f1003");
    assertThat(hex(Frame.basic("STP"))).isEqualTo("0d5354500d");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "5, 0.005",
    "500, 0.500",
    "5250, 5.250",
    "9999, 9.999",
    "10000, 10.00",
    "52500, 52.50",
    "500000, 500.0",
    "1699000, 1699.",
    "9999000, 9999."
  })
  void numbersAsThePumpWritesThem(long thousandths, String text) {
    assertThat(NewEraNumber.text(thousandths)).isEqualTo(text);
    assertThat(parse(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest
  @CsvSource({"5, 5000", "5., 5000", ".5, 500", "1234, 1234000", "01, 1000", "0.50, 500"})
  void numbersThePumpMayWrite(String text, long thousandths) {
    assertThat(parse(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "12345", "1.2345", "0.0005", "1.2.3", "-1", "1e3", " 5", "12.x"})
  void whatIsNoNumber(String text) {
    assertThat(parse(text)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"9.999, 1", "12.34, 10", "123.4, 100", "1699., 1000", "1699, 1000"})
  void theLastDigit(String text, long thousandths) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(NewEraNumber.lastDigit(bytes, 0, bytes.length)).isEqualTo(thousandths);
  }

  @Test
  void numbersRoundDownAndNeverUp() {
    for (long thousandths = 0; thousandths < 12_000_000; thousandths += 37) {
      long floor = NewEraNumber.floor(thousandths);
      assertThat(floor).isLessThanOrEqualTo(thousandths);
      assertThat(parse(NewEraNumber.text(floor))).isEqualTo(floor);
    }
  }

  @Test
  void everyFlippedBitOfAPacketIsNoticed() {
    byte[] packet = FakeNe1000.packet("00S26.59");
    for (int bit = 0; bit < packet.length * 8; bit++) {
      byte[] hurt = packet.clone();
      hurt[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(replies(decoder(false), hurt)).as("bit %d", bit).isZero();
    }
    assertThat(replies(decoder(false), packet)).isOne();
  }

  @Test
  void anUncheckedReplyIsTakenOnlyWhileTheModeIsUnknown() {
    byte[] basic = FakeNe1000.basic("00S?NA");
    assertThat(replies(decoder(true), basic)).isOne();
    assertThat(replies(decoder(false), basic)).isZero();
  }

  @Test
  void aReplyAfterHalfAPacketIsHeardOnceTheGapIsOver() {
    ReplyDecoder decoder = decoder(false);
    byte[] packet = FakeNe1000.packet("00S");
    byte[] half = Arrays.copyOf(packet, 4);
    assertThat(replies(decoder, half)).isZero();
    int heard = 0;
    for (byte b : packet) {
      heard += decoder.accept(b, 100_000_000) ? 1 : 0;
    }
    assertThat(heard).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01S", "00Q", "00", "00A", "00A!R", "0"})
  void whatIsNoReplyOfOurPump(String text) {
    assertThat(replies(decoder(false), FakeNe1000.packet(text))).isZero();
  }

  @Test
  void anyBytesAtAllDoNoHarm() {
    var random = new java.util.SplittableRandom(7);
    ReplyDecoder decoder = decoder(true);
    for (int i = 0; i < 200_000; i++) {
      int pick = random.nextInt(8);
      byte b = pick == 0 ? Frame.STX : pick == 1 ? (byte) '0' : (byte) random.nextInt(256);
      if (decoder.accept(b, 0)) {
        assertThat(decoder.reply().dataLength()).isBetween(0, Reply.CAPACITY);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "I0.000W0.000ML, 0, 1000",
    "I12.34W0.000ML, 12340000, 10000",
    "I500.0W0.000UL, 500000, 100",
    "I1699.W0.000UL, 1699000, 1000"
  })
  void theCounter(String text, long infusedNl, long digitNl) {
    VolumeCounter counter = new VolumeCounter();
    assertThat(counter.judge(reply("00I" + text))).isEqualTo(Answer.Fit.FITS);
    assertThat(counter.infusedNl()).isEqualTo(infusedNl);
    assertThat(counter.digitNl()).isEqualTo(digitNl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I",
        "IWML",
        "I1.000ML",
        "I1.000W0.000",
        "I1.000W0.000L",
        "W1.000I0.000ML",
        "I1.0000W0.000ML",
        "I1.000WML"
      })
  void whatIsNoCounter(String text) {
    assertThat(new VolumeCounter().judge(reply("00I" + text))).isEqualTo(Answer.Fit.ELSEWHERE);
  }

  private static Reply reply(String text) {
    ReplyDecoder decoder = decoder(false);
    assertThat(replies(decoder, FakeNe1000.packet(text))).isOne();
    return decoder.reply();
  }

  private static ReplyDecoder decoder(boolean basic) {
    ReplyDecoder decoder = new ReplyDecoder();
    decoder.acceptBasic(basic);
    return decoder;
  }

  private static int replies(ReplyDecoder decoder, byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += decoder.accept(b, 0) ? 1 : 0;
    }
    return count;
  }

  private static long parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return NewEraNumber.parse(bytes, 0, bytes.length);
  }

  private static String hex(Frame frame) {
    byte[] bytes = new byte[Frame.CAPACITY];
    return HexFormat.of().formatHex(bytes, 0, frame.copyTo(bytes));
  }
}
