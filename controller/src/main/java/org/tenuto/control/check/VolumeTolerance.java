package org.tenuto.control.check;

/** How far counter and command may differ: a share of the volume, and no less than a fixed one. */
final class VolumeTolerance {

  private static final long PERMILLE = 1_000;

  private final long permille;
  private final long leastNl;

  VolumeTolerance(CheckThresholds thresholds) {
    permille = thresholds.get(Threshold.VOLUME_TOLERANCE_PERMILLE);
    leastNl = thresholds.nl(Threshold.VOLUME_TOLERANCE_UL);
  }

  /** What is tolerated of a volume in nL, nL. */
  long ofNl(long volumeNl) {
    return Math.max(leastNl, volumeNl * permille / PERMILLE);
  }
}
