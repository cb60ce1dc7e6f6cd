package org.tenuto.control.check;

import org.tenuto.dose.ReadBack;

/** Drug that was given at most, from volume and concentration. Pure. */
final class GivenDrug {

  private static final long NL_PER_ML = 1_000_000;
  private static final long PERMILLE = 1_000;

  /** What <em>at most</em> may exceed a pump's own target by: a digit of its counter each way. */
  private static final long DIGITS = 2;

  private final long permille;

  GivenDrug(CheckThresholds thresholds) {
    permille = thresholds.get(Threshold.DOSE_TOLERANCE_PERMILLE);
  }

  /** Drug given at most of the present order, ng, rounded up. */
  static long atMostNg(Moment now, ReadBack order) {
    return ng(now.ledger.atMostNl(), order);
  }

  /** What that may exceed the ordered drug by, ng. */
  long toleratedNg(Moment now, ReadBack order) {
    long digitsNg = ng(DIGITS * now.reading.counterDigitNl, order);
    return Math.max(digitsNg, order.orderedNg() / PERMILLE * permille);
  }

  private static long ng(long volumeNl, ReadBack order) {
    long ngPerMl = order.order().concentrationNgPerMl();
    return Math.ceilDiv(Math.multiplyExact(volumeNl, ngPerMl), NL_PER_ML);
  }
}
