package org.tenuto.session;

/**
 * Where the drug of a syringe went: drawn = given + flushed + residual + waste. The volume given is
 * the ledger's; all others are read by staff.
 *
 * <p>A flush is a hidden bolus: what stands in the line goes in at the rate of the flush, on top of
 * what the pump gave.
 *
 * @param concentrationNgPerMl drug in the syringe, ng/mL, above 0
 * @param drawnNl drawn up in all, nL
 * @param residualNl left in the syringe, nL
 * @param wasteNl discarded, purging and a line thrown away with it, nL
 * @param lineNl the line's own volume, nL
 * @param flushNl volume flushed through the line into the person, nL; 0 for none
 * @param flushRateNlPerH how fast, nL/h; 0 without a flush
 * @param reason why it does not add up; empty if it does
 */
public record DrugBalance(
    long concentrationNgPerMl,
    long drawnNl,
    long residualNl,
    long wasteNl,
    long lineNl,
    long flushNl,
    long flushRateNlPerH,
    String reason) {

  private static final long NL_PER_ML = 1_000_000;

  /** What a flush pushed out of the line into the person, nL. */
  public long flushedNl() {
    return Math.min(lineNl, flushNl);
  }

  /** The drug in that, ng, rounded up. */
  public long flushedNg() {
    return ng(flushedNl());
  }

  /** Drug in a volume of this syringe, ng, rounded up. */
  public long ng(long nl) {
    return Math.ceilDiv(Math.multiplyExact(nl, concentrationNgPerMl), NL_PER_ML);
  }

  /**
   * What is not accounted for, nL: above 0 is drug that is missing, below 0 drug too much. 0 while
   * the readings are within what the ledger leaves open.
   *
   * @param atLeastNl what the pump certainly gave, nL
   * @param atMostNl what it gave at most, nL
   */
  public long unaccountedNl(long atLeastNl, long atMostNl) {
    long restNl = drawnNl - flushedNl() - residualNl - wasteNl;
    if (restNl > atMostNl) {
      return restNl - atMostNl;
    }
    return Math.min(0, restNl - atLeastNl);
  }
}
