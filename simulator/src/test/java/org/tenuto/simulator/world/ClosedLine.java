package org.tenuto.simulator.world;

import java.nio.charset.StandardCharsets;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;

/** The simulated NE-1000 itself, delivering into a line that is closed until its motor stalls. */
final class ClosedLine {

  private static final long MS = 1_000_000;
  private static final long S = 1_000 * MS;
  private static final long LONGEST_NS = 5 * 3_600 * S;
  private static final byte[] NOTHING = {};

  /** From the closing of the line to the stall. */
  final double stalledAfterS;

  /** Pressure in the line then. */
  final double stallPa;

  /** What the vein got when the line was opened again. */
  final double bolusMl;

  private final DeliveryPath path;
  private final Ne1000 pump;
  private long nowNs;

  /**
   * Runs it: a primed full 50 mL syringe.
   *
   * @param rate flow rate as the pump is told it, mL/h
   */
  ClosedLine(String rate, double complianceMlPerBar) {
    long microstepPm = PumpModel.NE1000.microstepPm();
    Drive primed = Drive.usual(microstepPm).withPlay(0, 0);
    Barrel barrel = Barrel.usual(26_600).withCompliance(complianceMlPerBar);
    path = new DeliveryPath(primed, barrel, Line.USUAL, 0);
    pump = new Ne1000(PumpModel.NE1000, path, 0);
    String program = "\rDIA26.60\rVOL0.000\rRAT" + rate + "MH\rRUN\r";
    pump.step(program.getBytes(StandardCharsets.US_ASCII), 0);
    while (path.intoVeinNl() < 100_000) {
      pass();
    }
    path.occlude();
    long closedNs = nowNs;
    while (path.moving()) {
      pass();
    }
    stalledAfterS = (nowNs - closedNs) / (double) S;
    stallPa = path.pressurePa();
    double beforeNl = path.intoVeinNl();
    path.release();
    path.advance(nowNs + 600 * S);
    bolusMl = (path.intoVeinNl() - beforeNl) / 1e6;
  }

  private void pass() {
    if (nowNs > LONGEST_NS) {
      throw new IllegalStateException("no stall after 5 h at " + path.pressurePa() + " Pa");
    }
    nowNs += MS;
    pump.step(NOTHING, nowNs);
    path.advance(nowNs);
  }
}
