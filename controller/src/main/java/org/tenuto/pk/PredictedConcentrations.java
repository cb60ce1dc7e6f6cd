package org.tenuto.pk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a drug's models predict now, all models side by side, while an order runs.
 *
 * <p>Mutable; one thread. {@link #tick} and everything that is read allocate nothing and compute no
 * exponential; {@link #advance} computes some and is for stretches of another length.
 */
public final class PredictedConcentrations {

  /** Length of a {@link #tick}, ns: 10 Hz. */
  public static final long TICK_NS = 100_000_000;

  private static final double NS_PER_S = 1e9;

  private final PkModel[] models;
  private final PkState[] states;
  private final PkStep[] ticks;
  private final ConcentrationCeiling ceiling;

  /**
   * The models of one patient, empty but for what {@link #addPrior} adds.
   *
   * @param models of one drug
   * @param ceiling the drug's
   */
  public PredictedConcentrations(
      List<PkModel> models, Covariates covariates, ConcentrationCeiling ceiling) {
    this.ceiling = ceiling;
    this.models = models.toArray(PkModel[]::new);
    states = new PkState[this.models.length];
    ticks = new PkStep[this.models.length];
    for (int i = 0; i < this.models.length; i++) {
      CompartmentModel model = this.models[i].forPatient(covariates);
      states[i] = new PkState(model);
      ticks[i] = new PkStep(model, TICK_NS / NS_PER_S);
    }
  }

  /** Adds what is left of an earlier dose; see {@link PriorDoses#seed}. Allocates. */
  public void addPrior(double ng, double durationS, double endedAgoS) {
    for (PkState state : states) {
      PriorDoses.seed(state, ng, durationS, endedAgoS);
    }
  }

  /** A look-ahead over a plan that starts from what is predicted now. Allocates. */
  public CeilingLookAhead lookAhead(List<PkPhase> plan) {
    return lookAhead(plan, Double.POSITIVE_INFINITY);
  }

  /**
   * A look-ahead over a plan that starts from what is predicted now. Allocates.
   *
   * @param bolusEndedAgoS how long ago a bolus ended, s; infinite if there was none
   */
  public CeilingLookAhead lookAhead(List<PkPhase> plan, double bolusEndedAgoS) {
    Map<PkModel, PkState> starts = new EnumMap<>(PkModel.class);
    for (int i = 0; i < models.length; i++) {
      starts.put(models[i], states[i]);
    }
    return new CeilingLookAhead(starts, plan, bolusEndedAgoS);
  }

  /** A tenth of a second at a drug rate, ng/s, 0 or more. */
  public void tick(double rateNgPerS) {
    for (int i = 0; i < states.length; i++) {
      states[i].advance(ticks[i], rateNgPerS);
    }
  }

  /** Any stretch at a drug rate, ng/s, 0 or more, of a length, s, 0 to 1e9. */
  public void advance(double rateNgPerS, double dtS) {
    for (PkState state : states) {
      state.advance(rateNgPerS, dtS);
    }
  }

  /**
   * Whether any model's judged figure reaches the hard ceiling now: at the effect site where one
   * was published with it, else in plasma.
   *
   * @param plasmaCounts whether plasma is judged for every model: outside a bolus and the 2 minutes
   *     after it
   */
  public boolean reachesHardCeiling(boolean plasmaCounts) {
    for (int i = 0; i < states.length; i++) {
      boolean effect = models[i].ke0Published();
      if (effect && isHard(states[i].ceNgPerMl())) {
        return true;
      }
      if ((plasmaCounts || !effect) && isHard(states[i].cpNgPerMl())) {
        return true;
      }
    }
    return false;
  }

  private boolean isHard(double ngPerMl) {
    return ceiling.reach(ngPerMl) == ConcentrationCeiling.Reach.HARD;
  }

  /** How many models there are. */
  public int count() {
    return models.length;
  }

  /** The model, counted from 0. */
  public PkModel model(int index) {
    return models[index];
  }

  /** Predicted concentration in plasma, ng/mL. */
  public double cpNgPerMl(int index) {
    return states[index].cpNgPerMl();
  }

  /** Predicted concentration at the effect site, ng/mL; NaN for a model without one. */
  public double ceNgPerMl(int index) {
    return states[index].ceNgPerMl();
  }
}
