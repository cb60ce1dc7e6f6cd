package org.tenuto.simulator.firmware;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds commands in what comes over the line: text up to CR in basic mode, packets {@code STX LEN
 * data CRC CRC ETX} in either mode.
 */
final class Receiver {

  /**
   * Something that arrived complete.
   *
   * @param text command without spaces and control characters, in capitals
   * @param damaged whether it is a packet whose check failed
   */
  record Received(String text, boolean damaged) {}

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final int CR = 0x0D;
  private static final int OVERHEAD = 4;
  private static final int LONGEST_LINE = 128;

  /** A packet with a longer silence inside is forgotten, ns. */
  private static final long INTER_BYTE_NS = 500_000_000;

  private final StringBuilder line = new StringBuilder();

  /** The packet from its LEN byte on; {@code expected} counts LEN itself, 0 while not known. */
  private final byte[] packet = new byte[256];

  private boolean inPacket;
  private int expected;
  private int filled;
  private long lastByteNs;

  /** Takes one byte; returns what it completes, or null. */
  @Nullable Received accept(byte value, boolean safeMode, long nowNs) {
    if (inPacket && nowNs - lastByteNs > INTER_BYTE_NS) {
      inPacket = false;
    }
    lastByteNs = nowNs;
    int unsigned = value & 0xFF;
    if (inPacket) {
      return packetByte(unsigned);
    }
    if (unsigned == STX) {
      startPacket();
      return null;
    }
    return safeMode ? null : lineByte(unsigned);
  }

  private void startPacket() {
    inPacket = true;
    expected = 0;
    filled = 0;
    line.setLength(0);
  }

  private @Nullable Received packetByte(int value) {
    packet[filled++] = (byte) value;
    if (filled == 1) {
      expected = value;
      inPacket = value >= OVERHEAD;
      return inPacket ? null : new Received("", true);
    }
    if (filled < expected) {
      return null;
    }
    inPacket = false;
    int end = expected - 3;
    int crc = (packet[end] & 0xFF) << 8 | (packet[end + 1] & 0xFF);
    if (value != ETX || crc != Crc.of(packet, 1, end)) {
      return new Received("", true);
    }
    return new Received(clean(new String(packet, 1, end - 1, StandardCharsets.ISO_8859_1)), false);
  }

  private @Nullable Received lineByte(int value) {
    if (value != CR) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) value);
      }
      return null;
    }
    String text = clean(line.toString());
    line.setLength(0);
    return new Received(text, false);
  }

  private static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> c > ' ' && c != 0x7F).forEach(c -> kept.append((char) c));
    return kept.toString().toUpperCase(Locale.ROOT);
  }
}
