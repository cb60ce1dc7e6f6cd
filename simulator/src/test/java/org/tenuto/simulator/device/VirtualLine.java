package org.tenuto.simulator.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tenuto.driver.newera.SerialLine;

/** Two byte queues between driver and pump; can be cut, and can lose what the pump answers. */
final class VirtualLine implements SerialLine {

  private final ByteArrayOutputStream toPump = new ByteArrayOutputStream();
  private byte[] toDriver = new byte[0];
  final StringBuilder heardByPump = new StringBuilder();
  boolean cut;
  boolean mute;

  @Override
  public int read(byte[] into) {
    if (cut) {
      return -1;
    }
    int count = Math.min(into.length, toDriver.length);
    System.arraycopy(toDriver, 0, into, 0, count);
    toDriver = Arrays.copyOfRange(toDriver, count, toDriver.length);
    return count;
  }

  @Override
  public int write(byte[] from, int length) {
    if (cut) {
      return -1;
    }
    toPump.write(from, 0, length);
    return length;
  }

  @Override
  public int queued() {
    return cut ? -1 : 0;
  }

  @Override
  public void discardOutput() {
    // What was written is with the pump already.
  }

  /** What the driver wrote since the last call. */
  byte[] takeForPump() {
    byte[] bytes = toPump.toByteArray();
    toPump.reset();
    heardByPump.append(new String(bytes, StandardCharsets.ISO_8859_1));
    return bytes;
  }

  void answer(byte[] bytes) {
    if (!mute) {
      byte[] joined = Arrays.copyOf(toDriver, toDriver.length + bytes.length);
      System.arraycopy(bytes, 0, joined, toDriver.length, bytes.length);
      toDriver = joined;
    }
  }
}
