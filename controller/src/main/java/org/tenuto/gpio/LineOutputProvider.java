package org.tenuto.gpio;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import java.nio.file.Path;

/** Pi4J's outputs on the lines of one chip; {@code bcm} is the number of the line on it. */
public final class LineOutputProvider extends DigitalOutputProviderBase {

  private final Path chip;

  /**
   * Outputs of a chip.
   *
   * @param chip device, e.g. {@code /dev/gpiochip0}
   */
  public LineOutputProvider(Path chip) {
    super("tenuto-gpio-output", "Tenuto GPIO output");
    this.chip = chip;
  }

  /**
   * Claims a line with its initial level.
   *
   * @throws RuntimeException naming chip, line, what is wrong and what was expected
   */
  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    var output = new LineOutput(this, config, chip);
    context.registry().add(output);
    return output;
  }
}
