package org.tenuto.simulator.world;

/**
 * Air on its way down the line, each bubble as far as the fluid has carried it. One thread;
 * allocates nothing.
 */
final class Bubbles {

  /** More than a line holds apart; what comes after joins the last. */
  private static final int MOST = 32;

  private final double sensorNl;
  private final double deadVolumeNl;
  private final double[] enteredAtNl = new double[MOST];
  private final double[] volumeNl = new double[MOST];
  private int first;
  private int count;

  /** Air that is through for good. */
  private double throughNl;

  Bubbles(Line line) {
    sensorNl = line.sensorMl() * 1e6;
    deadVolumeNl = line.deadVolumeMl() * 1e6;
  }

  /** Air comes in at the syringe, when so much has left the line, nL. */
  void enter(double airNl, double outNl) {
    if (first + count == MOST) {
      volumeNl[MOST - 1] += airNl;
      return;
    }
    enteredAtNl[first + count] = outNl;
    volumeNl[first + count] = airNl;
    count++;
  }

  /** How much must have left the line until the first bubble is through, nL. */
  double throughAtNl() {
    return count == 0
        ? Double.POSITIVE_INFINITY
        : enteredAtNl[first] + deadVolumeNl + volumeNl[first];
  }

  /** Forgets the first bubble, which is through; its volume, nL. */
  double leave() {
    double airNl = volumeNl[first];
    throughNl += airNl;
    count--;
    first = count == 0 ? 0 : first + 1;
    return airNl;
  }

  /** Air that has reached the sensor, be it beyond it already, nL. */
  double atSensorNl(double outNl) {
    return passedNl(sensorNl, outNl);
  }

  /** Air that has reached the vein, nL. */
  double atVeinNl(double outNl) {
    return passedNl(deadVolumeNl, outNl);
  }

  private double passedNl(double wayNl, double outNl) {
    double airNl = throughNl;
    for (int i = first; i < first + count; i++) {
      airNl += Math.clamp(outNl - enteredAtNl[i] - wayNl, 0, volumeNl[i]);
    }
    return airNl;
  }
}
