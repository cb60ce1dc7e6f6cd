package org.tenuto.web;

import java.util.List;
import org.tenuto.pk.PredictedConcentrations;

/**
 * What the curve of an order's predicted concentrations begins with, and what it is read by.
 *
 * @param start the drug's models when the order starts, with the doses given before it; whoever
 *     draws the curve runs it on
 * @param bands plasma concentrations at which studies saw an effect, the lowest first
 */
public record PredictionBasis(PredictedConcentrations start, List<Band> bands) {

  public PredictionBasis {
    bands = List.copyOf(bands);
  }

  /**
   * Plasma concentrations measured in people; nothing is judged by them.
   *
   * @param lowNgPerMl ng/mL
   * @param highNgPerMl ng/mL, above the low one
   * @param effect what was seen, in one word
   * @param source first author and year
   */
  public record Band(long lowNgPerMl, long highNgPerMl, String effect, String source) {}
}
