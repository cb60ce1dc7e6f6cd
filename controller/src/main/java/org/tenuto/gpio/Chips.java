package org.tenuto.gpio;

import com.pi4j.exception.InitializeException;
import com.pi4j.io.gpio.digital.DigitalConfig;
import java.nio.file.Path;

/** What inputs and outputs of a chip have in common. */
final class Chips {

  private Chips() {}

  /** Pi4J's other providers find the chip by the bus; ours have theirs, so one would mislead. */
  static void requireNoBus(Path chip, DigitalConfig<?> config) throws InitializeException {
    Integer bus = config.bus();
    if (bus != null && bus != 0) {
      throw new InitializeException(
          "gpio " + chip + " line " + config.bcm() + ": bus " + bus + ", expected none");
    }
  }

  /** Who has a line, as {@code gpioinfo} shows it. */
  static String consumer(String id) {
    return "tenuto " + id;
  }
}
