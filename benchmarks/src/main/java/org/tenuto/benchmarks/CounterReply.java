package org.tenuto.benchmarks;

/**
 * A pump's answer to DIS as a safe packet, {@code 00I12.34W0.000ML}, rewritten in place for each
 * counter. Allocates nothing.
 */
final class CounterReply {

  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final int POLYNOMIAL = 0x1021;
  private static final int TOP_BIT = 0x8000;

  /** STX and the length byte. */
  private static final int TEXT_AT = 2;

  /** The length byte counts itself, two bytes of check and ETX too. */
  private static final int OVERHEAD = 4;

  private static final int PROMPT_AT = TEXT_AT + 2;
  private static final int COUNTER_AT = PROMPT_AT + 2;

  /** Four digits and a point. */
  private static final int COUNTER_LENGTH = 5;

  private static final long NL_PER_THOUSANDTH_ML = 1_000;
  private static final String TEXT = "00?I?????W0.000ML";

  private final byte[] bytes = new byte[TEXT_AT + TEXT.length() + 3];

  CounterReply() {
    bytes[0] = STX;
    bytes[1] = (byte) (TEXT.length() + OVERHEAD);
    for (int i = 0; i < TEXT.length(); i++) {
      bytes[TEXT_AT + i] = (byte) TEXT.charAt(i);
    }
    bytes[bytes.length - 1] = ETX;
  }

  /**
   * Makes this the answer of a pump with that prompt and counter.
   *
   * @param prompt what it does, e.g. {@code I} for infusing
   * @param counterNl volume infused, nL, below 10 L; cut to the digits the pump shows
   */
  void tell(char prompt, long counterNl) {
    bytes[PROMPT_AT] = (byte) prompt;
    long digits = counterNl / NL_PER_THOUSANDTH_ML;
    int point = 1;
    while (digits > 9_999) {
      digits /= 10;
      point++;
    }
    for (int i = COUNTER_LENGTH - 1; i >= 0; i--) {
      if (i == point) {
        bytes[COUNTER_AT + i] = '.';
      } else {
        bytes[COUNTER_AT + i] = (byte) ('0' + digits % 10);
        digits /= 10;
      }
    }
    seal();
  }

  private void seal() {
    int crc = 0;
    for (int i = TEXT_AT; i < TEXT_AT + TEXT.length(); i++) {
      crc ^= (bytes[i] & 0xFF) << Byte.SIZE;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & TOP_BIT) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
    }
    bytes[bytes.length - 3] = (byte) (crc >>> Byte.SIZE);
    bytes[bytes.length - 2] = (byte) crc;
  }

  /** Copies the packet; returns its length in bytes. */
  int copyTo(byte[] target) {
    System.arraycopy(bytes, 0, target, 0, bytes.length);
    return bytes.length;
  }
}
