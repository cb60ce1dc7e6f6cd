package org.tenuto.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.OutputLine;
import org.tenuto.linux.OutputLines;

/**
 * One output: HIGH is physically high. It has its initial level from the moment it is claimed, and
 * its shutdown level, if it has one, until it is given back; what then becomes of it, see {@link
 * OutputLines}. Any thread; one at a time gets through.
 */
final class LineOutput extends DigitalOutputBase {

  private final Path chip;
  private @Nullable OutputLines line;

  LineOutput(DigitalOutputProvider provider, DigitalOutputConfig config, Path chip) {
    super(provider, config);
    this.chip = chip;
  }

  @Override
  public synchronized DigitalOutput initialize(Context context) throws InitializeException {
    DigitalState initial = config().initialState();
    if (initial == null || initial == DigitalState.UNKNOWN) {
      throw new InitializeException(
          "gpio " + chip + " line " + bcm() + ": no initial level, expected HIGH or LOW");
    }
    Chips.requireNoBus(chip, config());
    try {
      var only = new OutputLine(config().bcm(), false, initial.isHigh());
      line = OutputLines.open(chip, Chips.consumer(id()), List.of(only));
    } catch (java.io.IOException e) {
      throw new InitializeException(e);
    }
    return super.initialize(context); // puts the initial level, which the line has by now
  }

  @Override
  public DigitalState state() {
    return state;
  }

  /**
   * Puts the line to a level.
   *
   * @throws IOException if the line is lost, or the level is none
   */
  @Override
  public synchronized DigitalOutput state(DigitalState level) throws IOException {
    if (level == DigitalState.UNKNOWN) {
      throw new IOException(
          "gpio " + chip + " line " + bcm() + ": level UNKNOWN, expected HIGH or LOW");
    }
    OutputLines claimed = Objects.requireNonNull(line);
    if (!claimed.put(level.isHigh() ? 1 : 0)) {
      throw new IOException(claimed.toString());
    }
    return super.state(level);
  }

  @Override
  public synchronized DigitalOutput shutdownInternal(Context context) throws ShutdownException {
    try {
      return super.shutdownInternal(context);
    } finally {
      if (line != null) {
        line.close();
      }
    }
  }
}
