package org.tenuto.simulator.firmware;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes replies: between STX and ETX in basic mode, with length and check in safe mode. */
final class Transmitter {

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final byte[] NOTHING = {};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void send(int address, String text, boolean safeMode) {
    byte[] data = (PumpNumber.padded(address, 2) + text).getBytes(StandardCharsets.ISO_8859_1);
    out.write(STX);
    if (safeMode) {
      out.write(data.length + 4);
    }
    out.write(data, 0, data.length);
    if (safeMode) {
      int crc = Crc.of(data, 0, data.length);
      out.write(crc >> 8);
      out.write(crc & 0xFF);
    }
    out.write(ETX);
  }

  /** What has to go on the line now; empty if nothing. */
  byte[] drain() {
    if (out.size() == 0) {
      return NOTHING;
    }
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }
}
