package org.tenuto.gpio;

import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;
import java.nio.file.Path;

/**
 * Offers our providers to a Pi4J that looks for them by itself. The chip is that of the context's
 * property {@value #CHIP_PROPERTY}, {@value #FIRST_CHIP} without.
 */
public final class LinesPlugin implements Plugin {

  /** Names the chip's device. */
  public static final String CHIP_PROPERTY = "tenuto.gpio.chip";

  private static final String FIRST_CHIP = "/dev/gpiochip0";

  @Override
  public void initialize(PluginService service) {
    Path chip = Path.of(service.context().properties().get(CHIP_PROPERTY, FIRST_CHIP));
    service.register(new LineOutputProvider(chip), new LineInputProvider(chip));
  }
}
