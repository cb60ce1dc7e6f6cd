package org.tenuto.simulator.virtual;

import java.util.SplittableRandom;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Trace;
import org.tenuto.replay.TracedLine;
import org.tenuto.simulator.boundary.SerialChannel;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.PumpModel;

/** An NE-1000 at the end of its cable. */
final class SerialSite implements PumpSite {

  private static final int BAUD = 19_200;
  private static final int LEFTOVER_BYTES = 512;

  private final PresentFaults present;
  private final Surroundings surroundings;
  private final SerialChannel channel;
  private final PumpUnit unit;

  SerialSite(
      Surroundings surroundings,
      PresentFaults present,
      SplittableRandom random,
      Tripwire tripwire,
      long nowNs) {
    this.present = present;
    this.surroundings = surroundings;
    channel = new SerialChannel(BAUD, present, random, tripwire);
    unit = new PumpUnit(PumpModel.NE1000, surroundings.motor(), channel, present, nowNs);
  }

  /** What the one before wrote and did not read is thrown away, as opening a line does. */
  @Override
  public Pump boot(Trace trace) {
    channel.discardOutput();
    byte[] leftover = new byte[LEFTOVER_BYTES];
    int count = channel.read(leftover);
    while (count > 0) {
      count = channel.read(leftover);
    }
    return new NewEraPump(new TracedLine(channel, trace), NewEraModel.NE_1000);
  }

  @Override
  public void letGo() {
    // What is on the cable arrives.
  }

  @Override
  public void step(long nowNs) {
    unit.step(nowNs);
  }

  @Override
  public boolean lineUp() {
    return !present.has(FaultKind.SERIAL_CUT) && !present.has(FaultKind.SERIAL_STUCK);
  }

  @Override
  public boolean isWell() {
    return unit.isWell();
  }

  @Override
  public boolean turning() {
    return surroundings.turning();
  }

  @Override
  public boolean rotorFree() {
    return surroundings.rotorFree();
  }

  @Override
  public void begins(Fault fault) {
    unit.begins(fault);
  }

  @Override
  public void ends(Fault fault) {
    unit.ends(fault);
  }
}
