package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Outputs of one chip, claimed together with their levels and put together: all of them change in
 * one call of the kernel, and no line ever has a level that nobody asked for.
 *
 * <p>When they are given back, by {@link #close} or by the death of the process, the kernel lets go
 * of them: a line "may revert to its default state" (Documentation/userspace-api/gpio). A Raspberry
 * Pi makes it an input unless {@code pinctrl_bcm2835.persist_gpio_outputs} is set; other chips keep
 * the level. So where a level matters, a resistor on the board must hold the safe one.
 *
 * <p>Bits are line by line as claimed, bit 0 the first; 1 is active. One thread at a time;
 * everything but {@link #open} neither allocates nor waits for anything but the chip itself: one on
 * a slow bus (an expander on I²C) takes as long as its bus.
 */
public final class OutputLines implements AutoCloseable {

  private final String name;
  private final int fd;
  private final long mask;
  private final MemorySegment errno = Native.newErrno();
  private final MemorySegment values = Arena.ofAuto().allocate(Gpio.VALUES_BYTES, Long.BYTES);
  private boolean gone;
  private boolean closed;

  private OutputLines(String name, int fd, int lines) {
    this.name = name;
    this.fd = fd;
    this.mask = Gpio.mask(lines);
  }

  /**
   * Claims outputs.
   *
   * @param chip device, e.g. {@code /dev/gpiochip0}
   * @param consumer who claims them, as {@code gpioinfo} shows it; cut after 31 bytes
   * @throws IOException one line naming chip, line, what is wrong and what was expected
   */
  public static OutputLines open(Path chip, String consumer, List<OutputLine> lines)
      throws IOException {
    int[] offsets = lines.stream().mapToInt(OutputLine::offset).toArray();
    var request = new LineRequest(chip, consumer, offsets);
    long activeLow = 0;
    long active = 0;
    for (int i = 0; i < lines.size(); i++) {
      activeLow |= lines.get(i).activeLow() ? 1L << i : 0;
      active |= lines.get(i).active() ? 1L << i : 0;
    }
    request.flags(Gpio.OUTPUT);
    request.attribute(Gpio.ATTR_FLAGS, Gpio.OUTPUT | Gpio.ACTIVE_LOW, activeLow);
    request.attribute(Gpio.ATTR_OUTPUT_VALUES, active, Gpio.mask(offsets.length));
    String name = "gpio " + chip + " lines " + Arrays.toString(offsets);
    return new OutputLines(name, request.claim(), offsets.length);
  }

  /**
   * Puts every line to its level.
   *
   * @param active the lines that are active from now on
   * @return whether the kernel did it; if not, the lines are lost for good
   */
  public boolean put(long active) {
    return put(active, mask);
  }

  /**
   * Puts some of the lines to their levels, the others keep theirs.
   *
   * @param active the lines that are active from now on
   * @param which the lines it is about
   * @return whether the kernel did it; if not, the lines are lost for good
   */
  public boolean put(long active, long which) {
    if (gone) {
      return false;
    }
    values.set(JAVA_LONG, Gpio.VALUES_BITS, active);
    values.set(JAVA_LONG, Gpio.VALUES_MASK, which & mask);
    gone = Tty.ioctl(errno, fd, Gpio.SET_VALUES, values) != 0;
    return !gone;
  }

  /** The levels as the kernel has them now; −1 if the lines are lost. */
  public long levels() {
    if (gone) {
      return -1;
    }
    values.set(JAVA_LONG, Gpio.VALUES_BITS, 0);
    values.set(JAVA_LONG, Gpio.VALUES_MASK, mask);
    gone = Tty.ioctl(errno, fd, Gpio.GET_VALUES, values) != 0;
    return gone ? -1 : values.get(JAVA_LONG, Gpio.VALUES_BITS);
  }

  /** Whether the lines are lost: the chip was removed, or they were given back. */
  public boolean isLost() {
    return gone;
  }

  /** Gives the lines back. What becomes of their levels, see above. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      gone = true;
      Tty.close(errno, fd);
    }
  }

  /** E.g. {@code gpio /dev/gpiochip0 lines [5, 6]: lost (No such device)}. */
  @Override
  public String toString() {
    if (closed) {
      return name + ": given back";
    }
    return gone ? name + ": lost (" + Native.text(Native.errno(errno)) + ")" : name;
  }
}
