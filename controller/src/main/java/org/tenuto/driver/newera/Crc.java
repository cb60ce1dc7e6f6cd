package org.tenuto.driver.newera;

/**
 * The check of a safe packet: CCITT polynomial 0x1021, start 0x0000, no reflection, no final xor
 * (XMODEM). The manual's fixed packet {@code 02 08 SAF0 55 43 03} proves the start value.
 */
final class Crc {

  private static final int POLYNOMIAL = 0x1021;
  private static final int TOP_BIT = 0x8000;

  private Crc() {}

  /** The check over {@code from[at, at + length)}, 16 bits. */
  static int of(byte[] from, int at, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc ^= (from[at + i] & 0xFF) << 8;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & TOP_BIT) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
    }
    return crc & 0xFFFF;
  }
}
