package org.tenuto.control.explore;

import org.tenuto.control.PanelInputs;

/** An e-stop and buttons that are as they are made to be. */
final class AnyInputs implements PanelInputs {

  private boolean eStopOpen;
  private boolean faulty;
  private boolean stop;
  private boolean start;

  void setEStop(boolean isOpen) {
    eStopOpen = isOpen;
  }

  void setFaulty(boolean isFaulty) {
    faulty = isFaulty;
  }

  void pressStop() {
    stop = true;
  }

  void pressStart() {
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
    return faulty;
  }
}
