package org.tenuto.simulator.sensor;

import java.util.SplittableRandom;

/**
 * A sensor that shows a number: its last reading, and when that was. Can be stuck, silent, drifting
 * or noisy. One thread; allocates nothing once made.
 */
public final class Gauge {

  private static final long NS_PER_MS = 1_000_000;
  private static final double NS_PER_H = 3.6e12;

  private final GaugeSpec spec;
  private final SplittableRandom random;

  private double noise;
  private double driftPerH;
  private double driftedBefore;
  private long driftSinceNs;
  private boolean stuck;
  private boolean silent;

  private boolean everRead;
  private double reading;
  private long readNs;
  private long nextNs;

  /**
   * A sensor that has not read anything yet.
   *
   * @param seed of its noise
   * @param startNs when it begins to look and to drift, monotonic ns
   */
  public Gauge(GaugeSpec spec, long seed, long startNs) {
    this.spec = spec;
    random = new SplittableRandom(seed);
    noise = spec.noise();
    driftPerH = spec.driftPerH();
    driftSinceNs = startNs;
    nextNs = startNs;
  }

  /** Looks, if it is time to. */
  void look(double truth, long nowNs) {
    if (nowNs < nextNs) {
      return;
    }
    nextNs = nowNs + spec.periodMs() * NS_PER_MS;
    if (silent) {
      return;
    }
    if (!stuck || !everRead) {
      reading = seen(truth, nowNs);
    }
    everRead = true;
    readNs = nowNs;
  }

  private double seen(double truth, long nowNs) {
    double scatter = noise == 0 ? 0 : noise * (2 * random.nextDouble() - 1);
    double raw = truth + spec.offset() + driftedAt(nowNs) + scatter;
    double digit = spec.digit();
    double shown = digit == 0 ? raw : Math.rint(raw / digit) * digit;
    return Math.clamp(shown, spec.kind().lowest(), spec.kind().highest());
  }

  private double driftedAt(long nowNs) {
    return driftPerH == 0
        ? driftedBefore
        : driftedBefore + driftPerH * ((nowNs - driftSinceNs) / NS_PER_H);
  }

  /** From now on it shows what it showed last, as if it were new. */
  public void stick() {
    stuck = true;
  }

  /** From now on it says nothing. */
  public void silence() {
    silent = true;
  }

  /** From now on it drifts by that much an hour. */
  public void drift(double newDriftPerH, long nowNs) {
    driftedBefore = driftedAt(nowNs);
    driftPerH = newDriftPerH;
    driftSinceNs = nowNs;
  }

  /** From now on it scatters by that much either way. */
  public void scatter(double newNoise) {
    noise = newNoise;
  }

  /** It looks and speaks again as it is made; what it has drifted by is gone. */
  public void mend(long nowNs) {
    stuck = false;
    silent = false;
    noise = spec.noise();
    driftPerH = spec.driftPerH();
    driftedBefore = 0;
    driftSinceNs = nowNs;
  }

  /** Whether it has read anything yet. */
  public boolean everRead() {
    return everRead;
  }

  /** What it showed last; 0 if nothing yet. */
  public double reading() {
    return reading;
  }

  /** When that was, monotonic ns; 0 if never. */
  public long readNs() {
    return readNs;
  }
}
