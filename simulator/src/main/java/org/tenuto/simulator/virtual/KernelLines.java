package org.tenuto.simulator.virtual;

import org.tenuto.driver.stepper.MotorLines;

/**
 * The lines as one executor holds them: what a kernel keeps for whoever opened them. Edges wait in
 * a buffer of the kernel's size; one too many is lost, and that is told. One thread.
 */
final class KernelLines implements MotorLines {

  /** 16 for each of four inputs (gpio-v2 of Linux). */
  private static final int BUFFER = 64;

  private static final int UNREADABLE = -1;

  private final StepperSite site;
  private final int[] inputs = new int[BUFFER];
  private final boolean[] actives = new boolean[BUFFER];
  private final long[] timesNs = new long[BUFFER];
  private long written;
  private long read;
  private boolean gone;
  private boolean lost;

  KernelLines(StepperSite site) {
    this.site = site;
  }

  /** The device is gone, for good. */
  void lose() {
    gone = true;
  }

  void edge(int input, boolean active, long nowNs) {
    if (written - read == BUFFER) {
      lost = true;
      return;
    }
    int at = (int) (written++ % BUFFER);
    inputs[at] = input;
    actives[at] = active;
    timesNs[at] = nowNs;
  }

  @Override
  public boolean put(int levels) {
    if (!gone) {
      site.put(levels);
    }
    return !gone;
  }

  @Override
  public boolean nextEdge() {
    boolean there = read < written;
    if (there) {
      read++;
    }
    return there;
  }

  private int taken() {
    return (int) (Math.max(0, read - 1) % BUFFER);
  }

  @Override
  public int edgeInput() {
    return inputs[taken()];
  }

  @Override
  public boolean edgeActive() {
    return actives[taken()];
  }

  @Override
  public long edgeNs() {
    return timesNs[taken()];
  }

  @Override
  public int levels() {
    return gone ? UNREADABLE : site.inputs();
  }

  @Override
  public boolean lost() {
    return lost || gone;
  }
}
