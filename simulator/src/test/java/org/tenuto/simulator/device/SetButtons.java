package org.tenuto.simulator.device;

import org.tenuto.control.PanelInputs;

/** E-stop and buttons as a test sets them. */
final class SetButtons implements PanelInputs {

  boolean eStopOpen;
  boolean faulty;
  boolean stop;
  boolean start;

  @Override
  public boolean eStopOpen() {
    return eStopOpen;
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
    return faulty;
  }
}
