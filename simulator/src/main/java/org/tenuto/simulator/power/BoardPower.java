package org.tenuto.simulator.power;

/** Mains, battery and board: who pulls the plug has that long. One thread; allocates nothing. */
public final class BoardPower {

  private static final double NS_PER_H = 3.6e12;

  private final Battery battery;

  private boolean plugged = true;
  private double chargeWh;
  private long atNs;

  /**
   * A board on mains.
   *
   * @param charged how full the battery is, 0 to 1
   * @param startNs when its time begins, monotonic ns
   */
  public BoardPower(Battery battery, double charged, long startNs) {
    if (!(charged >= 0 && charged <= 1)) {
      throw new IllegalArgumentException("battery charge " + charged + ": expected 0 to 1");
    }
    this.battery = battery;
    chargeWh = charged * battery.capacityWh();
    atNs = startNs;
  }

  /** Lets time pass up to now, monotonic ns, never less than before. */
  public void advance(long nowNs) {
    double hours = (nowNs - atNs) / NS_PER_H;
    double flowW = plugged ? battery.chargeW() : -battery.drainW();
    chargeWh = Math.clamp(chargeWh + hours * flowW, 0, battery.capacityWh());
    atNs = nowNs;
  }

  /** The plug is pulled, or mains fails. */
  public void pullPlug(long nowNs) {
    advance(nowNs);
    plugged = false;
  }

  /** Mains is back; a dead board starts again. */
  public void plugIn(long nowNs) {
    advance(nowNs);
    plugged = true;
  }

  /** The battery is at its end here and now. */
  public void drain() {
    chargeWh = 0;
  }

  /** What the board lives on now. */
  public PowerState state() {
    if (plugged) {
      return PowerState.MAINS;
    }
    if (chargeWh == 0) {
      return PowerState.DEAD;
    }
    return leftMin() < battery.lowMin() ? PowerState.LOW : PowerState.BATTERY;
  }

  /** How long the board would live without mains, min. */
  public double leftMin() {
    return chargeWh / battery.drainW() * 60;
  }

  /** How full the battery is, %. */
  public double chargedPercent() {
    return 100 * chargeWh / battery.capacityWh();
  }
}
