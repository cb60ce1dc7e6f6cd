package org.tenuto.simulator.virtual;

import org.tenuto.control.PanelInputs;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * E-stop and buttons at the device, and the wires between them and the board. What the e-stop does
 * to the motor's supply happens at the motor. One session, one thread.
 */
final class PanelUnit implements PanelInputs, FaultListener {

  private final PresentFaults present;
  private boolean stop;
  private boolean start;

  PanelUnit(PresentFaults present) {
    this.present = present;
  }

  /** Another process opens the lines: what was pressed before it nobody saw. */
  void open() {
    stop = false;
    start = false;
  }

  /** Whether the circuit of the e-stop is open, by hand or by a broken wire. */
  boolean isOpen() {
    return present.has(FaultKind.E_STOP) || present.has(FaultKind.E_STOP_WIRE);
  }

  @Override
  public boolean eStopOpen() {
    return isOpen() && !faulty();
  }

  @Override
  public boolean takeStop() {
    boolean taken = stop;
    stop = false;
    return taken;
  }

  @Override
  public boolean takeStart() {
    boolean taken = start;
    start = false;
    return taken;
  }

  @Override
  public boolean faulty() {
    return present.has(FaultKind.PANEL_LOST);
  }

  @Override
  public void begins(Fault fault) {
    boolean read = !faulty();
    stop |= read && fault.kind() == FaultKind.PANEL_STOP;
    start |= read && fault.kind() == FaultKind.PANEL_START;
  }

  @Override
  public void ends(Fault fault) {
    // Looked at in each cycle.
  }
}
