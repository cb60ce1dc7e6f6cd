package org.tenuto.executor;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.Syringe;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.driver.stepper.StepperResolution;
import org.tenuto.linux.GpioMotorLines;
import org.tenuto.linux.ReopeningLine;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Trace;
import org.tenuto.replay.TracedLine;
import org.tenuto.replay.TracedMotor;

/**
 * The pump that is configured, on its open line or lines: the one place where they are opened.
 *
 * @param driver makes the driver, for the loop thread alone; what its lines say passes by the trace
 * @param resolution what the pump can be told with a syringe
 * @param rehearsed model that the rehearsal's scripted pump is: this one, or the usual one of the
 *     family where another kind of pump is driven
 * @param build of the motor; null where a pump of the family is driven
 * @param isPty whether nothing but a simulated pump can hang on it
 * @param name what it hangs on, for messages
 * @param lines closed when the executor ends
 */
public record BoardPump(
    Function<Trace, Pump> driver,
    Function<Syringe, PumpResolution> resolution,
    NewEraModel rehearsed,
    @Nullable StepperBuild build,
    boolean isPty,
    String name,
    Closeable lines)
    implements Closeable {

  /**
   * Opens what the pump hangs on.
   *
   * @param listener told, a line each, when a serial line is lost and found
   * @throws IOException in one line, if it can't be opened
   */
  static BoardPump open(ExecutorConfig settings, Consumer<String> listener) throws IOException {
    StepperSettings stepper = settings.stepper();
    if (stepper != null) {
      return stepper(stepper);
    }
    String path = settings.pumpLine().toString();
    return serial(NewEraModel.of(settings.pumpModel()), path, settings.pumpBaud(), listener);
  }

  /**
   * A pump of the New Era family.
   *
   * @param path serial device
   * @param listener told, a line each, when the line is lost and found
   * @throws IOException in one line, if it can't be opened
   */
  public static BoardPump serial(
      NewEraModel model, String path, int baud, Consumer<String> listener) throws IOException {
    var line = ReopeningLine.open(path, baud, listener);
    return new BoardPump(
        trace -> new NewEraPump(new TracedLine(line, trace), model),
        syringe -> new NewEraResolution(model, syringe.innerDiameterUm()),
        model,
        null,
        line.isPty(),
        line.toString(),
        line::close);
  }

  private static BoardPump stepper(StepperSettings settings) throws IOException {
    var lines = GpioMotorLines.open(settings.chipPath(), settings.wiring());
    return new BoardPump(
        trace -> new StepperPump(new TracedMotor(lines, trace), settings.build()),
        syringe -> new StepperResolution(settings.build(), syringe.innerDiameterUm()),
        NewEraModel.NE_1000,
        settings.build(),
        false,
        "the motor's lines on " + settings.chip(),
        lines::close);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
