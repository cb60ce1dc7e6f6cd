package org.tenuto.replay;

import org.tenuto.driver.stepper.MotorLines;

/** A motor's lines in a replay: what they said is in the recording. */
final class SilentMotor implements MotorLines {

  @Override
  public boolean put(int levels) {
    return true;
  }

  @Override
  public boolean nextEdge() {
    return false;
  }

  @Override
  public int edgeInput() {
    return 0;
  }

  @Override
  public boolean edgeActive() {
    return false;
  }

  @Override
  public long edgeNs() {
    return 0;
  }

  @Override
  public int levels() {
    return 0;
  }

  @Override
  public boolean lost() {
    return false;
  }
}
