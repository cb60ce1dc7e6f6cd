package org.tenuto.simulator.sensor;

/** The switch that tells whether the pusher holds the plunger. One thread; allocates nothing. */
public final class PlungerSwitch {

  private boolean stuck;
  private boolean silent;
  private boolean everRead;
  private boolean seated;
  private long readNs;

  /** Looks. */
  void look(boolean trulySeated, long nowNs) {
    if (silent) {
      return;
    }
    if (!stuck || !everRead) {
      seated = trulySeated;
    }
    everRead = true;
    readNs = nowNs;
  }

  /** From now on it shows what it showed last, as if it were new. */
  public void stick() {
    stuck = true;
  }

  /** From now on it says nothing. */
  public void silence() {
    silent = true;
  }

  /** It looks and speaks again. */
  public void mend() {
    stuck = false;
    silent = false;
  }

  /** Whether it has read anything yet. */
  public boolean everRead() {
    return everRead;
  }

  /** What it showed last. */
  public boolean seated() {
    return seated;
  }

  /** When that was, monotonic ns; 0 if never. */
  public long readNs() {
    return readNs;
  }
}
