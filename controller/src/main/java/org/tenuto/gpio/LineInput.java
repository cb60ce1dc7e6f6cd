package org.tenuto.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Bias;
import org.tenuto.linux.InputLine;
import org.tenuto.linux.InputLines;

/**
 * One input: HIGH is physically high, UNKNOWN that nobody can tell. Listeners hear every change on
 * the watcher's thread; UNKNOWN means that edges were lost, or for good that nobody watches.
 */
final class LineInput extends DigitalInputBase implements LineWatcher.Ear {

  private final Path chip;
  private @Nullable LineWatcher watcher;
  private volatile DigitalState state = DigitalState.UNKNOWN;
  private volatile @Nullable String fault;

  LineInput(DigitalInputProvider provider, DigitalInputConfig config, Path chip) {
    super(provider, config);
    this.chip = chip;
  }

  @Override
  public DigitalInput initialize(Context context) throws InitializeException {
    super.initialize(context);
    Chips.requireNoBus(chip, config());
    Bias bias =
        switch (config().pull()) {
          case OFF -> Bias.OFF;
          case PULL_DOWN -> Bias.PULL_DOWN;
          case PULL_UP -> Bias.PULL_UP;
        };
    try {
      var only = new InputLine(config().bcm(), false, bias, debounceUs());
      InputLines line = InputLines.open(chip, Chips.consumer(id()), List.of(only));
      long level = line.levels();
      state = level < 0 ? DigitalState.UNKNOWN : DigitalState.getState(level != 0);
      watcher = new LineWatcher("gpio-" + id(), line, this);
      watcher.start();
      return this;
    } catch (IOException e) {
      throw new InitializeException(e);
    }
  }

  private int debounceUs() throws InitializeException {
    long us = config().debounce();
    if (us < 0 || us > Integer.MAX_VALUE) {
      throw new InitializeException(
          "gpio %s line %d: debounce %d us, expected 0 to %d"
              .formatted(chip, config().bcm(), us, Integer.MAX_VALUE));
    }
    return (int) us;
  }

  /** Level as told last. Any thread. */
  @Override
  public DigitalState state() {
    return state;
  }

  /** What went wrong, ever; null if nothing did. Any thread. */
  @Nullable String fault() {
    return fault;
  }

  /** Grows by the watcher's every round, several a second, while it lives. Any thread. */
  long rounds() {
    return Objects.requireNonNull(watcher).rounds();
  }

  @Override
  public void hear(boolean high) {
    tell(high ? DigitalState.HIGH : DigitalState.LOW);
  }

  @Override
  public void fail(String why) {
    fault = why;
    tell(DigitalState.UNKNOWN);
  }

  private void tell(DigitalState now) {
    if (state != now) {
      state = now;
      dispatch(new DigitalStateChangeEvent<>(this, now));
    }
  }

  @Override
  public DigitalInput shutdownInternal(Context context) throws ShutdownException {
    if (watcher != null) {
      watcher.close();
    }
    return this;
  }
}
