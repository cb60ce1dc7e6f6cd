package org.tenuto.simulator.firmware;

/** One of the 41 phases of the pumping program, as stored in the pump's memory. */
final class Phase {

  static final int COUNT = 41;

  /** Whether the function is STP (end of program); otherwise it is RAT. */
  boolean stop;

  long rateMilli;
  RateUnit rateUnit = RateUnit.MH;

  /** Volume to be dispensed, thousandths of the pump's volume unit; 0 is without end. */
  long volumeMilli;

  boolean withdraw;

  long rateNlPerH() {
    return rateMilli * rateUnit.milliNlPerH;
  }
}
