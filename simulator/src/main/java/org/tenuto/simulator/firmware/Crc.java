package org.tenuto.simulator.firmware;

/** The packets' check: CCITT polynomial 0x1021, starting at 0 (XMODEM), over the data only. */
final class Crc {

  private static final int POLYNOMIAL = 0x1021;

  private Crc() {}

  static int of(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }
}
