package org.tenuto.alarm;

/**
 * The notes of the drug and fluid delivery melody (Open PCA 1.0.0, 6.4.3), which writes C for the
 * octave above c. That c is middle c is from memory; equal temperament, a above it 440 Hz.
 */
public enum Note {
  C("c", 261.63),
  D("d", 293.66),
  E("e", 329.63),
  G("g", 392.00),
  HIGH_C("C", 523.25);

  /**
   * Partials of a note beside its fundamental, which stand at twice to five times its frequency: at
   * least four are required between 300 and 4,000 Hz (Open PCA 1.0.0, R6.4.3(4)).
   */
  public static final int HARMONICS = 4;

  private final String sign;
  private final double frequencyHz;

  Note(String sign, double frequencyHz) {
    this.sign = sign;
    this.frequencyHz = frequencyHz;
  }

  /** As the melody is written. */
  public String sign() {
    return sign;
  }

  /** Fundamental, Hz: within 150 to 1,000. */
  public double frequencyHz() {
    return frequencyHz;
  }

  /**
   * Amplitude of a partial against the fundamental's: one over its multiple, so that the fifth is
   * 14 dB below it. Within 15 dB is required (IEC 60601-1-8, from memory).
   *
   * @param multiple of the fundamental's frequency, 1 to 5
   */
  public static double amplitude(int multiple) {
    return 1.0 / multiple;
  }
}
