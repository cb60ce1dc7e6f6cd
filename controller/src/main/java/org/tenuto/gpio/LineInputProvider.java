package org.tenuto.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import java.nio.file.Path;

/** Pi4J's inputs on the lines of one chip; {@code bcm} is the number of the line on it. */
public final class LineInputProvider extends DigitalInputProviderBase {

  private final Path chip;

  /**
   * Inputs of a chip.
   *
   * @param chip device, e.g. {@code /dev/gpiochip0}
   */
  public LineInputProvider(Path chip) {
    super("tenuto-gpio-input", "Tenuto GPIO input");
    this.chip = chip;
  }

  /**
   * Claims a line and begins to watch it.
   *
   * @throws RuntimeException naming chip, line, what is wrong and what was expected
   */
  @Override
  public DigitalInput create(DigitalInputConfig config) {
    var input = new LineInput(this, config, chip);
    context.registry().add(input);
    return input;
  }
}
