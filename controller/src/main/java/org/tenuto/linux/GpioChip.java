package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A GPIO chip as the kernel shows it: its name, its lines and who has them. Looks only; lines are
 * claimed by {@link OutputLines} and {@link InputLines}. One thread.
 */
public final class GpioChip implements AutoCloseable {

  private static final Path DEVICES = Path.of("/dev");

  private final Path path;
  private final int fd;
  private final MemorySegment errno;
  private final String label;
  private final int lines;

  private GpioChip(Path path, int fd, MemorySegment errno, MemorySegment info) {
    this.path = path;
    this.fd = fd;
    this.errno = errno;
    this.label = Gpio.name(info, Gpio.CHIP_LABEL);
    this.lines = info.get(JAVA_INT, Gpio.CHIP_LINES);
  }

  /**
   * A line as the kernel knows it.
   *
   * @param offset number on its chip
   * @param name as the board's maker named it, e.g. {@code GPIO17}; empty if nobody did
   * @param used whether somebody has it, the kernel itself included
   * @param consumer who has it, as far as they say; else empty
   */
  public record Line(int offset, String name, boolean used, String consumer) {

    /** E.g. {@code line 17 (GPIO17)}. */
    @Override
    public String toString() {
      return "line " + offset + (name.isEmpty() ? "" : " (" + name + ")");
    }
  }

  /**
   * Opens a chip.
   *
   * @param path device, e.g. {@code /dev/gpiochip0}
   * @throws IOException one line naming the chip, what is wrong and what was expected
   */
  public static GpioChip open(Path path) throws IOException {
    String notLinux = Platform.refusal();
    if (notLinux != null) {
      throw new IOException("gpio " + path + ": " + notLinux);
    }
    MemorySegment errno = Native.newErrno();
    try (Arena arena = Arena.ofConfined()) {
      int flags = Tty.O_RDWR | Tty.O_NOCTTY | Tty.O_NONBLOCK | Tty.O_CLOEXEC;
      int fd = Tty.open(errno, arena.allocateFrom(path.toString()), flags);
      if (fd < 0) {
        throw new IOException("gpio " + path + ": " + cantOpen(Native.errno(errno)));
      }
      MemorySegment info = arena.allocate(Gpio.CHIP_BYTES, Long.BYTES);
      if (Tty.ioctl(errno, fd, Gpio.GET_CHIPINFO, info) != 0) {
        String reason = Native.text(Native.errno(errno));
        Tty.close(errno, fd);
        throw new IOException(
            "gpio " + path + ": not a GPIO chip (" + reason + "), expected " + chipsThere());
      }
      return new GpioChip(path, fd, errno, info);
    }
  }

  private static String cantOpen(int error) {
    if (error == Native.ENOENT || error == Native.ENXIO || error == Native.ENODEV) {
      return "no such chip, expected " + chipsThere();
    }
    return error == Native.EACCES || error == Native.EPERM
        ? "permission refused, expected to be allowed to read and write it (group gpio)"
        : "can't be opened (" + Native.text(error) + "), expected a GPIO chip nobody locks";
  }

  private static String chipsThere() {
    List<String> chips = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(DEVICES, "gpiochip*")) {
      all.forEach(chip -> chips.add(chip.toString()));
    } catch (IOException e) {
      return "a GPIO chip, " + DEVICES + " can't be read (" + e.getMessage() + ")";
    }
    chips.sort(null);
    return chips.isEmpty()
        ? "a GPIO chip, this board shows none"
        : "one of " + String.join(", ", chips);
  }

  /** What the chip is, e.g. {@code pinctrl-bcm2835}; may be empty. */
  public String label() {
    return label;
  }

  /** Number of its lines. */
  public int lines() {
    return lines;
  }

  /**
   * A line as it is now.
   *
   * @param offset number on this chip, from 0
   * @throws IOException one line naming chip and line: there is no such line, or the chip is gone
   */
  public Line line(int offset) throws IOException {
    if (offset < 0 || offset >= lines) {
      throw new IOException(
          name(offset) + ": no such line, expected 0 to " + (lines - 1) + " of " + label);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(Gpio.INFO_BYTES, Long.BYTES);
      info.set(JAVA_INT, Gpio.INFO_OFFSET, offset);
      if (Tty.ioctl(errno, fd, Gpio.GET_LINEINFO, info) != 0) {
        throw new IOException(name(offset) + ": " + refused(Native.errno(errno)));
      }
      return new Line(
          offset,
          Gpio.name(info, Gpio.INFO_NAME),
          (info.get(JAVA_LONG, Gpio.INFO_FLAGS) & Gpio.USED) != 0,
          Gpio.name(info, Gpio.INFO_CONSUMER));
    }
  }

  /**
   * Asks the kernel for lines.
   *
   * @param request struct gpio_v2_line_request, filled in
   * @return the file descriptor that holds them until it is closed
   */
  int claim(MemorySegment request) throws IOException {
    int count = request.get(JAVA_INT, Gpio.REQUEST_NUM_LINES);
    List<Line> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(line(request.getAtIndex(JAVA_INT, i)));
    }
    if (Tty.ioctl(errno, fd, Gpio.GET_LINE, request) == 0) {
      return request.get(JAVA_INT, Gpio.REQUEST_FD);
    }
    throw new IOException(cantClaim(wanted, Native.errno(errno)));
  }

  /** After the refusal, since somebody else may have taken a line between two questions. */
  private String cantClaim(List<Line> wanted, int error) throws IOException {
    if (error == Native.EBUSY) {
      for (Line before : wanted) {
        Line line = line(before.offset());
        if (line.used()) {
          String who = line.consumer().isEmpty() ? "the kernel" : "\"" + line.consumer() + "\"";
          return "gpio " + path + " " + line + ": in use by " + who + ", expected a free line";
        }
      }
    }
    return "gpio " + path + " " + wanted + ": " + refused(error);
  }

  private static String refused(int error) {
    if (error == Native.ENODEV) {
      return "the chip is gone (" + Native.text(error) + "), expected it to stay";
    }
    String expected =
        switch (error) {
          case Native.EBUSY -> "free lines";
          case Native.ENXIO -> "lines with interrupts, to tell their edges";
          case Native.ENOTTY -> "Linux 5.10 or later";
          default -> "lines that can be claimed so";
        };
    return "refused (" + Native.text(error) + "), expected " + expected;
  }

  private String name(int offset) {
    return "gpio " + path + " line " + offset;
  }

  /** Lines that were claimed stay claimed. */
  @Override
  public void close() {
    Tty.close(errno, fd);
  }
}
