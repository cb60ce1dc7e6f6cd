package org.tenuto.pk;

/**
 * The highest concentrations one model predicts for a plan. Times are since the start of the plan,
 * in the course (as planned, or with every phase overrunning) in which the figure occurs.
 *
 * @param model whose prediction it is; every figure is shown with its name
 * @param judgedNgPerMl the figure held against the ceiling, ng/mL; see {@link CeilingLookAhead}
 * @param judgedAtS when it occurs, s
 * @param cpNgPerMl highest concentration in plasma, judged or not, ng/mL
 * @param cpAtS when it occurs, s
 * @param ceNgPerMl highest concentration at the effect site, ng/mL; NaN if the model has none
 */
public record Peak(
    PkModel model,
    double judgedNgPerMl,
    double judgedAtS,
    double cpNgPerMl,
    double cpAtS,
    double ceNgPerMl) {

  /** Of each figure the higher one, with its time. */
  public Peak orHigher(Peak other) {
    Peak judged = other.judgedNgPerMl > judgedNgPerMl ? other : this;
    Peak plasma = other.cpNgPerMl > cpNgPerMl ? other : this;
    return new Peak(
        model,
        judged.judgedNgPerMl,
        judged.judgedAtS,
        plasma.cpNgPerMl,
        plasma.cpAtS,
        Math.max(ceNgPerMl, other.ceNgPerMl));
  }
}
