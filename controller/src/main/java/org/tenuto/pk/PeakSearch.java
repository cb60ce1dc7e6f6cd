package org.tenuto.pk;

import org.tenuto.pk.Course.Stretch;

/**
 * One model run over one course, a grid step at a time, noting the highest concentrations.
 *
 * <p>The grid starts anew with 0.5 s whenever the rate changes, and its step may double as soon as
 * it is no more than 1/64 of the time since: whatever of a mode is left after a time t bends by no
 * more than about 0.5/t², so a peak between two points is missed by less than 1e-4 of itself. The
 * end of every stretch is hit exactly.
 */
final class PeakSearch {

  private static final double FIRST_STEP_S = 0.5;
  private static final int STEP_LENGTHS = 8;
  private static final double STEPS_SINCE_CHANGE = 64;

  private final PkModel model;
  private final Stretch[] course;
  private final PkStep[] grid;
  private final PkState state;
  private int index;
  private double stretchStartS;
  private double elapsedS;
  private double judgedNgPerMl = -1;
  private double judgedAtS;
  private double cpNgPerMl = -1;
  private double cpAtS;
  private double ceNgPerMl;

  PeakSearch(PkModel model, PkState start, Stretch[] course, PkStep[] grid) {
    this.model = model;
    this.course = course;
    this.grid = grid;
    this.state = new PkState(start.model());
    state.copyFrom(start);
    this.ceNgPerMl = start.ceNgPerMl();
  }

  /** The steps of the grid for one model, 0.5 s to 64 s. */
  static PkStep[] grid(CompartmentModel model) {
    PkStep[] grid = new PkStep[STEP_LENGTHS];
    double stepS = FIRST_STEP_S;
    for (int i = 0; i < STEP_LENGTHS; i++) {
      grid[i] = new PkStep(model, stepS);
      stepS *= 2;
    }
    return grid;
  }

  boolean done() {
    return index == course.length;
  }

  Peak peak() {
    return new Peak(model, judgedNgPerMl, judgedAtS, cpNgPerMl, cpAtS, ceNgPerMl);
  }

  /** One step of the grid. Does not allocate. */
  void step() {
    Stretch stretch = course[index];
    if (elapsedS == 0) {
      state.addBolus(stretch.instantNg());
      look(stretch);
    }
    move(stretch);
    look(stretch);
    if (elapsedS >= stretch.lengthS()) {
      stretchStartS += stretch.lengthS();
      elapsedS = 0;
      index++;
    }
  }

  private void move(Stretch stretch) {
    double leftS = stretch.lengthS() - elapsedS;
    if (leftS < FIRST_STEP_S) {
      state.advance(stretch.rateNgPerS(), leftS);
      elapsedS = stretch.lengthS();
      return;
    }
    int chosen = 0;
    while (chosen + 1 < grid.length && fits(grid[chosen + 1].dtS(), leftS)) {
      chosen++;
    }
    state.advance(grid[chosen], stretch.rateNgPerS());
    elapsedS += grid[chosen].dtS();
  }

  private boolean fits(double stepS, double leftS) {
    return stepS <= leftS && stepS * STEPS_SINCE_CHANGE <= elapsedS;
  }

  private void look(Stretch stretch) {
    double cp = state.cpNgPerMl();
    double ce = state.ceNgPerMl();
    double atS = stretchStartS + elapsedS;
    if (cp > cpNgPerMl) {
      cpNgPerMl = cp;
      cpAtS = atS;
    }
    if (ce > ceNgPerMl) {
      ceNgPerMl = ce;
    }
    double judged = judged(cp, ce, stretch.cpJudged());
    if (judged > judgedNgPerMl) {
      judgedNgPerMl = judged;
      judgedAtS = atS;
    }
  }

  private double judged(double cp, double ce, boolean cpJudged) {
    if (!model.ke0Published()) {
      return cp;
    }
    return cpJudged ? Math.max(cp, ce) : ce;
  }
}
