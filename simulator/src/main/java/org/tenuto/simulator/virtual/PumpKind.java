package org.tenuto.simulator.virtual;

import java.util.function.Function;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.Syringe;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperResolution;

/** What kind of pump a device drives. */
public enum PumpKind {
  /** An NE-1000 on a serial line, with its own code. */
  NE1000(s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm())),
  /** A bare stepper mechanism on GPIO lines. */
  STEPPER(s -> new StepperResolution(StepperBuild.USUAL, s.innerDiameterUm()));

  @SuppressWarnings("ImmutableEnumChecker") // a pure function
  private final Function<Syringe, PumpResolution> resolution;

  PumpKind(Function<Syringe, PumpResolution> resolution) {
    this.resolution = resolution;
  }

  /** What it can be told with a syringe. */
  Function<Syringe, PumpResolution> resolution() {
    return resolution;
  }

  /** Its name on the command line. */
  public String text() {
    return this == NE1000 ? "ne1000" : "stepper";
  }

  /**
   * A kind by its name.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  public static PumpKind of(String text) {
    for (PumpKind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("pump '" + text + "': expected ne1000 or stepper");
  }
}
