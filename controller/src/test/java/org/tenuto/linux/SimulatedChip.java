package org.tenuto.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A GPIO chip of the kernel's gpio-sim, made for one test, and the world at its pins: what pulls
 * the inputs, what the outputs drive. Everything written takes effect before the call returns but
 * for an edge, which the kernel tells from a thread of its own. Needs root, and so the guest.
 */
public final class SimulatedChip implements AutoCloseable {

  private static final Path CONFIG = Path.of("/sys/kernel/config/gpio-sim");
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Path config;
  private final Path pins;
  private final Path device;
  private boolean there;

  /** A chip of so many lines, pulled low; the n-th is named {@code pin-n}. */
  public SimulatedChip(int lines) throws IOException {
    config = CONFIG.resolve("test-" + MADE.incrementAndGet());
    Path bank = config.resolve("bank");
    Files.createDirectories(bank);
    write(bank.resolve("num_lines"), lines);
    write(bank.resolve("label"), "simulated");
    for (int i = 0; i < lines; i++) {
      Path line = Files.createDirectory(bank.resolve("line" + i));
      write(line.resolve("name"), "pin-" + i);
    }
    write(config.resolve("live"), 1);
    there = true;
    String name = read(bank.resolve("chip_name"));
    pins = Path.of("/sys/devices/platform", read(config.resolve("dev_name")), name);
    device = Path.of("/dev", name);
  }

  /** Its device, e.g. {@code /dev/gpiochip1}. */
  public Path device() {
    return device;
  }

  /** What pulls a line from outside. An output is not moved by it. */
  public void pull(int line, boolean high) {
    write(pin(line).resolve("pull"), high ? "pull-up" : "pull-down");
  }

  /** Whether a line is physically high. */
  public boolean isHigh(int line) {
    return read(pin(line).resolve("value")).equals("1");
  }

  /** Takes the chip out, whoever has its lines. */
  public void remove() {
    if (there) {
      there = false;
      write(config.resolve("live"), 0);
    }
  }

  @Override
  public void close() throws IOException {
    remove();
    Path bank = config.resolve("bank");
    for (int i = 0; Files.exists(bank.resolve("line" + i)); i++) {
      Files.delete(bank.resolve("line" + i));
    }
    Files.delete(bank);
    Files.delete(config);
  }

  private Path pin(int line) {
    return pins.resolve("sim_gpio" + line);
  }

  private static void write(Path file, Object value) {
    try {
      Files.write(file, value.toString().getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + value, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
