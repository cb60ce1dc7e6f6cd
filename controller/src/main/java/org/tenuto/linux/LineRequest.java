package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Asks for several lines of a chip at once: struct gpio_v2_line_request, filled in piece by piece.
 * The kernel grants all of them or none. One thread, once.
 */
final class LineRequest {

  private final MemorySegment request = Arena.ofAuto().allocate(Gpio.REQUEST_BYTES, Long.BYTES);
  private final Path chip;
  private int attributes;

  /**
   * Begins a request.
   *
   * @param consumer who asks, as others will see it; cut after 31 bytes
   * @param offsets the lines, 1 to 64; bit n of every mask and value is the n-th of them
   */
  LineRequest(Path chip, String consumer, int... offsets) {
    if (offsets.length < 1 || offsets.length > Gpio.LINES_MAX) {
      throw new IllegalArgumentException(
          "gpio " + chip + ": " + offsets.length + " lines, expected 1 to " + Gpio.LINES_MAX);
    }
    this.chip = chip;
    byte[] name = consumer.getBytes(StandardCharsets.UTF_8);
    MemorySegment.copy(
        name,
        0,
        request,
        JAVA_BYTE,
        Gpio.REQUEST_CONSUMER,
        Math.min(name.length, Gpio.NAME_BYTES - 1));
    request.set(JAVA_INT, Gpio.REQUEST_NUM_LINES, offsets.length);
    for (int i = 0; i < offsets.length; i++) {
      request.setAtIndex(JAVA_INT, i, offsets[i]);
    }
  }

  /** Flags of every line that {@link #attribute} gives no others. */
  void flags(long flags) {
    request.set(JAVA_LONG, Gpio.REQUEST_FLAGS, flags);
  }

  /** How many edges the kernel keeps at least until they are read. */
  void keepEvents(int events) {
    request.set(JAVA_INT, Gpio.REQUEST_EVENT_BUFFER, events);
  }

  /**
   * Something about some of the lines.
   *
   * @param id which; its value's low bytes come first, so a 32-bit one may be given as well
   * @param mask the lines it is about; 0 adds nothing
   */
  void attribute(int id, long value, long mask) {
    if (mask == 0) {
      return;
    }
    if (attributes == Gpio.ATTRS_MAX) {
      throw new IllegalArgumentException(
          "gpio " + chip + ": lines differ too much, expected at most 10 kinds in one request");
    }
    long at = Gpio.REQUEST_ATTRS + (long) attributes++ * Gpio.ATTR_BYTES;
    request.set(JAVA_INT, at + Gpio.ATTR_ID, id);
    request.set(JAVA_LONG, at + Gpio.ATTR_VALUE, value);
    request.set(JAVA_LONG, at + Gpio.ATTR_MASK, mask);
    request.set(JAVA_INT, Gpio.REQUEST_NUM_ATTRS, attributes);
  }

  /**
   * Asks the kernel.
   *
   * @return the file descriptor that holds the lines; reading from it never waits
   * @throws IOException one line naming chip, line, what is wrong and what was expected
   */
  int claim() throws IOException {
    try (GpioChip open = GpioChip.open(chip)) {
      int fd = open.claim(request);
      MemorySegment errno = Native.newErrno();
      if (Tty.dontBlock(errno, fd) != 0) {
        String reason = Native.text(Native.errno(errno));
        Tty.close(errno, fd);
        throw new IOException("gpio " + chip + ": can't be read without waiting (" + reason + ")");
      }
      return fd;
    }
  }
}
