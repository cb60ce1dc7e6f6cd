package org.tenuto.journal;

/**
 * For how long records are kept at least. What is older, or more than the disk is to hold, may go;
 * what always stays is said at {@link PrunePlan}.
 *
 * @param keepDays younger records stay, {@value #LEAST_DAYS} to {@value #MOST_DAYS} days
 * @param maxMib above so much the oldest go although they are younger, {@value #LEAST_MIB} to
 *     {@value #MOST_MIB} MiB
 * @param keepSessions so many orders that were started last stay whatever their age, 1 to {@value
 *     #MOST_SESSIONS}
 */
public record Retention(int keepDays, int maxMib, int keepSessions) {

  /** What was given counts for 24 h; a day more for a clock that was wrong. */
  public static final int LEAST_DAYS = 2;

  public static final int MOST_DAYS = 36_500;
  public static final int LEAST_MIB = 16;
  public static final int MOST_MIB = 1_000_000;
  public static final int MOST_SESSIONS = 10_000;

  /** A record a second makes some 50 MiB a day. */
  public static final Retention USUAL = new Retention(90, 4_096, 20);
}
