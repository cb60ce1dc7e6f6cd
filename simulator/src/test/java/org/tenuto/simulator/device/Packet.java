package org.tenuto.simulator.device;

import java.nio.charset.StandardCharsets;

/** A safe packet to a pump from somebody else than the driver: STX LEN data CRC CRC ETX. */
final class Packet {

  private static final int POLYNOMIAL = 0x1021;

  private Packet() {}

  static byte[] of(String data) {
    byte[] text = data.getBytes(StandardCharsets.ISO_8859_1);
    byte[] packet = new byte[text.length + 5];
    packet[0] = 2;
    packet[1] = (byte) (text.length + 4);
    System.arraycopy(text, 0, packet, 2, text.length);
    int crc = crc(text);
    packet[text.length + 2] = (byte) (crc >> 8);
    packet[text.length + 3] = (byte) crc;
    packet[text.length + 4] = 3;
    return packet;
  }

  /** CCITT, starting at 0. */
  private static int crc(byte[] text) {
    int crc = 0;
    for (byte value : text) {
      crc ^= (value & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = ((crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1) & 0xFFFF;
      }
    }
    return crc;
  }
}
