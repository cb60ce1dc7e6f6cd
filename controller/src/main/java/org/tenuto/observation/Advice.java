package org.tenuto.observation;

/**
 * What an observation asks of staff. It advises: only staff act.
 *
 * @param thresholdId the limit it goes by; {@link #UNKNOWN} where something is not measurable
 * @param reading the reading it is about
 * @param value in the measure's smallest step; 0 where it is not measurable
 * @param limit in a few words, e.g. {@code above 180 mmHg}
 * @param origin where the limit's number is from
 * @param confirmed whether two readings say so
 * @param text one line for staff
 */
public record Advice(
    Level level,
    String thresholdId,
    Measure measure,
    long reading,
    int value,
    String limit,
    String origin,
    boolean confirmed,
    String text) {

  /** Of what could not be measured. */
  public static final String UNKNOWN = "UNKNOWN";
}
