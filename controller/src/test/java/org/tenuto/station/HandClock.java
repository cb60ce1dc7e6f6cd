package org.tenuto.station;

/** Clocks that stand still until a test moves them. */
final class HandClock implements StationClock {

  static final long MS = 1_000_000;
  static final long S = 1_000_000_000;

  private long nowNs = 50 * S;

  void pass(long ns) {
    nowNs += ns;
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  /** From 2026-01-02 on. */
  @Override
  public long wallMs() {
    return 1_767_312_000_000L + nowNs / MS;
  }

  @Override
  public String boardBootId() {
    return "7a1b";
  }
}
