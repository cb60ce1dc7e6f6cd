package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Inputs of one chip: their levels now, and every change with the kernel's own time of it. The
 * kernel numbers the edges of the request and of each line; a gap in either means that its buffer
 * was full and edges are gone, which is a fault for good ({@link #isLost}).
 *
 * <p>Bits and indices are line by line as claimed, from 0; 1 is active. One thread at a time.
 * Nothing but {@link #open} allocates; nothing but {@link #await} waits.
 */
public final class InputLines implements AutoCloseable {

  /** Edges taken from the kernel with one call. */
  private static final int BATCH = 16;

  private final String name;
  private final int fd;
  private final int[] offsets;
  private final int[] lineSeqnos;
  private final MemorySegment errno = Native.newErrno();
  private final MemorySegment values = Arena.ofAuto().allocate(Gpio.VALUES_BYTES, Long.BYTES);
  private final MemorySegment pollFd = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
  private final MemorySegment events =
      Arena.ofAuto().allocate(BATCH * Gpio.EVENT_BYTES, Long.BYTES);

  private int read;
  private int taken;
  private int seqno;
  private int index;
  private boolean active;
  private long ns;
  private boolean missed;
  private boolean gone;
  private boolean closed;

  private InputLines(String name, int fd, int[] offsets) {
    this.name = name;
    this.fd = fd;
    this.offsets = offsets;
    this.lineSeqnos = new int[offsets.length];
  }

  /**
   * Claims inputs.
   *
   * @param chip device, e.g. {@code /dev/gpiochip0}
   * @param consumer who claims them, as {@code gpioinfo} shows it; cut after 31 bytes
   * @throws IOException one line naming chip, line, what is wrong and what was expected
   */
  public static InputLines open(Path chip, String consumer, List<InputLine> lines)
      throws IOException {
    return open(chip, consumer, lines, Gpio.EVENTS_MAX);
  }

  /** The same with a buffer of the kernel for so many edges, 1 to 1,024. */
  static InputLines open(Path chip, String consumer, List<InputLine> lines, int keep)
      throws IOException {
    int[] offsets = lines.stream().mapToInt(InputLine::offset).toArray();
    var request = new LineRequest(chip, consumer, offsets);
    kinds(lines, InputLine::flags)
        .forEach(
            (flags, which) -> {
              request.flags(flags);
              request.attribute(Gpio.ATTR_FLAGS, flags, which);
            });
    kinds(lines, InputLine::debounceUs)
        .forEach((us, which) -> request.attribute(Gpio.ATTR_DEBOUNCE, us, us == 0 ? 0 : which));
    request.keepEvents(keep);
    String name = "gpio " + chip + " lines " + Arrays.toString(offsets);
    return new InputLines(name, request.claim(), offsets);
  }

  /** Each value and the lines that have it. */
  private static Map<Long, Long> kinds(List<InputLine> lines, ToLongFunction<InputLine> of) {
    Map<Long, Long> kinds = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      kinds.merge(of.applyAsLong(lines.get(i)), 1L << i, (a, b) -> a | b);
    }
    return kinds;
  }

  /**
   * Takes the next edge, oldest first, without waiting; {@link #index}, {@link #isActive} and
   * {@link #ns} tell it.
   *
   * @return false if there is none, or the lines are gone
   */
  public boolean next() {
    if (taken == read && !fetch()) {
      return false;
    }
    int at = taken++ * Gpio.EVENT_BYTES;
    index = indexOf(events.get(JAVA_INT, at + Gpio.EVENT_OFFSET));
    if (index < 0) {
      gone = true; // a kernel that tells of lines nobody asked for tells nothing
      return false;
    }
    active = events.get(JAVA_INT, at + Gpio.EVENT_ID) == Gpio.RISING_EDGE;
    ns = events.get(JAVA_LONG, at + Gpio.EVENT_NS);
    int lineSeqno = events.get(JAVA_INT, at + Gpio.EVENT_LINE_SEQNO);
    missed |= events.get(JAVA_INT, at + Gpio.EVENT_SEQNO) != ++seqno;
    missed |= lineSeqno != ++lineSeqnos[index];
    seqno = events.get(JAVA_INT, at + Gpio.EVENT_SEQNO);
    lineSeqnos[index] = lineSeqno;
    return true;
  }

  private boolean fetch() {
    if (gone) {
      return false;
    }
    int bytes = Tty.read(errno, fd, events, BATCH * Gpio.EVENT_BYTES);
    if (bytes < 0) {
      int error = Native.errno(errno);
      gone = error != Native.EAGAIN && error != Native.EINTR;
      return false;
    }
    taken = 0;
    read = bytes / Gpio.EVENT_BYTES;
    return read > 0;
  }

  private int indexOf(int offset) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] == offset) {
        return i;
      }
    }
    return -1;
  }

  /** Which line the edge taken last was on, from 0. */
  public int index() {
    return index;
  }

  /** Whether that edge was to active. */
  public boolean isActive() {
    return active;
  }

  /**
   * When that edge was, CLOCK_MONOTONIC, ns: that of {@link LinuxClock}. For a debounced line when
   * it had been still for long enough.
   */
  public long ns() {
    return ns;
  }

  /** The levels now; −1 if the lines are gone. A debounced line's is the debounced one. */
  public long levels() {
    if (gone) {
      return -1;
    }
    values.set(JAVA_LONG, Gpio.VALUES_BITS, 0);
    values.set(JAVA_LONG, Gpio.VALUES_MASK, Gpio.mask(offsets.length));
    gone = Tty.ioctl(errno, fd, Gpio.GET_VALUES, values) != 0;
    return gone ? -1 : values.get(JAVA_LONG, Gpio.VALUES_BITS);
  }

  /**
   * Waits for an edge. Not for the loop.
   *
   * @param timeoutMs longest wait, ms
   * @return whether there may be one; false after the time-out, or if the lines are gone
   */
  public boolean await(int timeoutMs) {
    if (taken < read || gone) {
      return !gone;
    }
    int happened = Tty.poll(errno, fd, pollFd, timeoutMs);
    gone = (happened & Tty.POLLERR_POLLHUP_POLLNVAL) != 0;
    return happened != 0 && !gone;
  }

  /** Whether edges were lost, ever, or the lines are gone: what is told here is not all. */
  public boolean isLost() {
    return missed || gone;
  }

  /** Whether the lines are gone for good: the chip was removed, or they were given back. */
  public boolean isGone() {
    return gone;
  }

  /** Gives the lines back. Not while another thread is in {@link #await}. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      gone = true;
      Tty.close(errno, fd);
    }
  }

  /** E.g. {@code gpio /dev/gpiochip0 lines [7]: edges lost}. */
  @Override
  public String toString() {
    if (closed) {
      return name + ": given back";
    }
    if (gone) {
      return name + ": the chip is gone";
    }
    return missed ? name + ": edges lost" : name;
  }
}
