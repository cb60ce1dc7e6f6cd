package org.tenuto.simulator.conversation;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tenuto.driver.newera.SerialLine;

/** The driver's end of the line, with somebody who reads along what it writes. */
final class WatchedLine implements SerialLine {

  private static final int STX = 2;
  private static final int PACKET_BYTES = 5;

  private final SerialLine line;
  private final Consumer<String> reader;

  WatchedLine(SerialLine line, Consumer<String> reader) {
    this.line = line;
    this.reader = reader;
  }

  @Override
  public int read(byte[] into) {
    return line.read(into);
  }

  /** What the channel takes of a frame it takes whole: it has room for hundreds of them. */
  @Override
  public int write(byte[] from, int length) {
    int taken = line.write(from, length);
    if (taken > 0) {
      boolean packet = from[0] == STX;
      int textAt = packet ? 2 : 0;
      int textLength = packet ? taken - PACKET_BYTES : taken;
      reader.accept(new String(from, textAt, textLength, StandardCharsets.US_ASCII).strip());
    }
    return taken;
  }

  @Override
  public int queued() {
    return line.queued();
  }

  @Override
  public void discardOutput() {
    line.discardOutput();
  }
}
