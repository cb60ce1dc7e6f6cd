package org.tenuto.executor;

import org.tenuto.control.PanelInputs;

/** E-stop and buttons of a rehearsal: as it is told. One thread. */
final class RehearsedPanel implements PanelInputs {

  private boolean eStopOpen;
  private boolean lost;
  private boolean stop;
  private boolean start;

  void eStop(boolean open) {
    eStopOpen = open;
  }

  void lost(boolean isLost) {
    lost = isLost;
  }

  /** Presses both buttons. */
  void press() {
    stop = true;
    start = true;
  }

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
    return lost;
  }
}
