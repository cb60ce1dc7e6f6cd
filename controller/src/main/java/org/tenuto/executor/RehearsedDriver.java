package org.tenuto.executor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.Syringe;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.newera.RehearsalLine;
import org.tenuto.driver.stepper.RehearsalMotor;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.driver.stepper.StepperResolution;
import org.tenuto.pump.Pump;
import org.tenuto.pump.RehearsedPump;
import org.tenuto.replay.Trace;
import org.tenuto.replay.TracedLine;
import org.tenuto.replay.TracedMotor;

/**
 * The board's own driver, on a pump of its kind that is scripted.
 *
 * @param pump scripted
 * @param driver makes the driver; what the pump says passes by the trace
 * @param resolution what the pump can be told with a syringe
 * @param model of the family; the usual one where another kind of pump is driven
 * @param build of the motor; null where a pump of the family is driven
 */
public record RehearsedDriver(
    RehearsedPump pump,
    Function<Trace, Pump> driver,
    Function<Syringe, PumpResolution> resolution,
    NewEraModel model,
    @Nullable StepperBuild build) {

  /** The driver of this board. */
  static RehearsedDriver of(BoardPump board) {
    StepperBuild build = board.build();
    return build == null ? newEra(board.rehearsed()) : stepper(build);
  }

  /** For a pump of the New Era family. */
  public static RehearsedDriver newEra(NewEraModel model) {
    var line = new RehearsalLine(model);
    return new RehearsedDriver(
        line,
        trace -> new NewEraPump(new TracedLine(line, trace), model),
        syringe -> new NewEraResolution(model, syringe.innerDiameterUm()),
        model,
        null);
  }

  /** For a motor on a screw. */
  static RehearsedDriver stepper(StepperBuild build) {
    var motor = new RehearsalMotor(build);
    return new RehearsedDriver(
        motor,
        trace -> new StepperPump(new TracedMotor(motor, trace), build),
        syringe -> new StepperResolution(build, syringe.innerDiameterUm()),
        NewEraModel.NE_1000,
        build);
  }
}
