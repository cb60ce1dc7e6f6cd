package org.tenuto.simulator.firmware;

import java.nio.charset.StandardCharsets;

/** The tests' own safe packets, so that a wrong packet of the pump can't check itself. */
public final class SafePacket {

  private SafePacket() {}

  public static byte[] of(String data) {
    byte[] text = data.getBytes(StandardCharsets.ISO_8859_1);
    byte[] packet = new byte[text.length + 5];
    packet[0] = 2;
    packet[1] = (byte) (text.length + 4);
    System.arraycopy(text, 0, packet, 2, text.length);
    int crc = remainder(text);
    packet[text.length + 2] = (byte) (crc >> 8);
    packet[text.length + 3] = (byte) crc;
    packet[text.length + 4] = 3;
    return packet;
  }

  /** Long division bit by bit, message followed by 16 zero bits, polynomial 0x11021. */
  private static int remainder(byte[] message) {
    int register = 0;
    for (int bit = 0; bit < message.length * 8 + 16; bit++) {
      int next = bit < message.length * 8 ? message[bit / 8] >> (7 - bit % 8) & 1 : 0;
      register = (register << 1) | next;
      if ((register & 0x10000) != 0) {
        register ^= 0x11021;
      }
    }
    return register;
  }
}
