package org.tenuto.simulator.power;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * A battery and what is drawn from it.
 *
 * @param capacityWh what it holds when it is full, Wh
 * @param drainW what the board draws, W
 * @param chargeW what mains puts into it beside feeding the board, W
 * @param lowMin time that is left when it counts as low, min
 */
public record Battery(double capacityWh, double drainW, double chargeW, double lowMin) {

  private static final Parameter CAPACITY =
      Parameter.of("battery capacity", "Wh", 20, 0.5, 200, Origin.CHOSEN, "for four hours");
  private static final Parameter DRAIN =
      Parameter.of("board power", "W", 5, 1, 25, Origin.CHOSEN, "a small Linux board with display");
  private static final Parameter CHARGE =
      Parameter.of("charging power", "W", 8, 0.5, 50, Origin.CHOSEN, "full in 2.5 h");
  private static final Parameter LOW =
      Parameter.of(
          "battery low at", "min", 15, 3, 30, Origin.PUBLISHED, "of what is left (GIP 5.1.4)");

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS = List.of(CAPACITY, DRAIN, CHARGE, LOW);

  /** A battery as such boards have. */
  public static final Battery USUAL =
      new Battery(CAPACITY.usual(), DRAIN.usual(), CHARGE.usual(), LOW.usual());

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public Battery {
    CAPACITY.check(capacityWh);
    DRAIN.check(drainW);
    CHARGE.check(chargeW);
    LOW.check(lowMin);
  }

  /** The same with another capacity, Wh. */
  public Battery withCapacity(double otherWh) {
    return new Battery(otherWh, drainW, chargeW, lowMin);
  }
}
