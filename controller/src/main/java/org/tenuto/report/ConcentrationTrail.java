package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkState;
import org.tenuto.pk.PriorDoses;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.PriorDose;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.quantity.BodyWeight;

/**
 * What one population model predicts of what was really delivered, as the ledger tells it; earlier
 * doses as the order has them. Never a measurement. From word to word of the ledger the drug is
 * taken as given evenly.
 *
 * @param model the model
 * @param values one for each moment, by rising time
 */
record ConcentrationTrail(PkModel model, List<Value> values) {

  private static final double NL_PER_ML = 1e6;
  private static final double LONGEST_S = 1e9;

  /** So many moments of decay are computed after the last word. */
  private static final int DECAY = 60;

  /**
   * At one moment.
   *
   * @param s since Start
   * @param known false across a stretch of which nothing is on record
   * @param cpNgPerMl in plasma, of what was delivered at most
   * @param cpLeastNgPerMl the same of what was delivered at least
   * @param ceNgPerMl at the effect site, of what was delivered at most; NaN without one
   */
  record Value(
      double s, boolean known, double cpNgPerMl, double cpLeastNgPerMl, double ceNgPerMl) {}

  /** Those of each model the read-back names; none for a weight no model is made for. */
  static List<ConcentrationTrail> of(SessionFacts facts, double endS) {
    List<ConcentrationTrail> trails = new ArrayList<>();
    ReadBack readBack = facts.order().first();
    if (readBack != null && covered(readBack.getOrder()) != null) {
      for (var prediction : readBack.getPredictionsList()) {
        PkModel model = PkModel.byId(prediction.getModelId());
        if (model != null) {
          trails.add(of(model, facts, readBack.getOrder(), endS));
        }
      }
    }
    return trails;
  }

  /** The patient as models know one; null if they don't. */
  static @Nullable Covariates covered(Order order) {
    if (order.getWeightG() <= 0) {
      return null;
    }
    BodyWeight weight = new BodyWeight(order.getWeightG());
    return Covariates.covers(weight) ? new Covariates(weight) : null;
  }

  private static ConcentrationTrail of(
      PkModel model, SessionFacts facts, Order order, double endS) {
    List<Value> values = new ArrayList<>();
    PkState most = before(model, facts, order);
    PkState least = before(model, facts, order);
    double ngPerNl = order.getConcentrationNgPerMl() / NL_PER_ML;
    Feed mostFeed = new Feed(most, ngPerNl, TrailPoint::atMostNl);
    Feed leastFeed = new Feed(least, ngPerNl, TrailPoint::atLeastNl);
    Set<Long> gapEnds = facts.trail().gaps().stream().map(Gap::toNs).collect(Collectors.toSet());
    values.add(value(0, true, most, least));
    double atS = 0;
    for (TrailPoint point : facts.trail().points()) {
      double s = facts.span().times().s(point.monoNs());
      double dtS = Math.min(Math.max(0, s - atS), LONGEST_S);
      mostFeed.advance(point, dtS);
      leastFeed.advance(point, dtS);
      if (dtS > 0) {
        atS = s;
        values.add(value(atS, !gapEnds.contains(point.monoNs()), most, least));
      }
    }
    TrailPoint last = facts.trail().last();
    if (last != null && !facts.trail().endIsBlind()) {
      decay(values, most, least, atS, endS);
    }
    return new ConcentrationTrail(model, List.copyOf(values));
  }

  private static void decay(
      List<Value> values, PkState most, PkState least, double fromS, double endS) {
    double stepS = (endS - fromS) / DECAY;
    for (int i = 1; i <= DECAY && stepS > 0; i++) {
      most.advance(0, stepS);
      least.advance(0, stepS);
      values.add(value(fromS + i * stepS, true, most, least));
    }
  }

  private static Value value(double s, boolean known, PkState most, PkState least) {
    return new Value(s, known, most.cpNgPerMl(), least.cpNgPerMl(), most.ceNgPerMl());
  }

  /** What earlier doses left at Start, counted as the controller counted them. */
  private static PkState before(PkModel model, SessionFacts facts, Order order) {
    Covariates covariates = covered(order);
    if (covariates == null) {
      throw new IllegalStateException("asked for before");
    }
    PkState state = new PkState(model.forPatient(covariates));
    double waitedS = Math.max(0, -facts.span().times().s(facts.order().shownNs()));
    for (PriorDose prior : order.getPriorDosesList()) {
      double agoS = Math.max(0, prior.getEndedAgoS()) + waitedS;
      if (prior.getNg() >= 0 && prior.getDurationS() >= 0 && prior.getDurationS() <= LONGEST_S) {
        double ng = (double) prior.getNg();
        PriorDoses.seed(state, ng, (double) prior.getDurationS(), Math.min(agoS, LONGEST_S));
      }
    }
    return state;
  }

  /** Gives a state what the ledger says was delivered since the word before. */
  private static final class Feed {
    private final PkState state;
    private final double ngPerNl;
    private final ToLongFunction<TrailPoint> deliveredNl;
    private double givenNl;

    Feed(PkState state, double ngPerNl, ToLongFunction<TrailPoint> deliveredNl) {
      this.state = state;
      this.ngPerNl = ngPerNl;
      this.deliveredNl = deliveredNl;
    }

    /** Nothing counted is taken back; what comes without time comes with the next word. */
    void advance(TrailPoint point, double dtS) {
      if (dtS > 0) {
        double nl = Math.max(givenNl, (double) deliveredNl.applyAsLong(point));
        state.advance(Math.max(0, (nl - givenNl) * ngPerNl) / dtS, dtS);
        givenNl = nl;
      }
    }
  }
}
