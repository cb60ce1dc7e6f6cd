package org.tenuto.driver.newera;

/**
 * The check of a safe packet: CCITT polynomial 0x1021, start 0x0000, no reflection, no final xor
 * (XMODEM). The manual's fixed packet {@code 02 08 SAF0 55 43 03} proves the start value.
 */
final class Crc {

  private static final int POLYNOMIAL = 0x1021;
  private static final int TOP_BIT = 0x8000;
  private static final int[] OF_BYTE = ofBytes();

  private Crc() {}

  /** The check over {@code from[at, at + length)}, 16 bits. */
  static int of(byte[] from, int at, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc = (crc << Byte.SIZE ^ OF_BYTE[(crc >>> Byte.SIZE ^ from[at + i]) & 0xFF]) & 0xFFFF;
    }
    return crc;
  }

  /** The check over each single byte, so that a packet takes a look-up a byte and not eight steps. */
  private static int[] ofBytes() {
    int[] ofByte = new int[1 << Byte.SIZE];
    for (int value = 0; value < ofByte.length; value++) {
      int crc = value << Byte.SIZE;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & TOP_BIT) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      ofByte[value] = crc & 0xFFFF;
    }
    return ofByte;
  }
}
