package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.CeilingLookAhead;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.Ratio;

/**
 * Reads an order back and, once that was confirmed, permits exactly it.
 *
 * <p>Every figure is computed here from the order's inputs. Pure and bounded, no I/O, holds no
 * state: nonces, expiry and which read-back was shown are the caller's. May be called between two
 * cycles of the loop, before delivery; allocates, so not in every cycle.
 */
public final class OrderReview {

  private static final String UNKNOWN = "unknown";
  private static final int GRAM_PLACES = 3;

  private final DrugLibrary library;
  private final Guardrail guardrail;

  /**
   * The review of orders against one library and one kind of pump.
   *
   * @param library the one in force
   * @param pump what the pump can be told with a syringe; pure
   */
  public OrderReview(DrugLibrary library, Function<Syringe, PumpResolution> pump) {
    this.library = library;
    this.guardrail = new Guardrail(library, pump);
  }

  /** The review of primings against the same library and pump. */
  public PrimingReview priming() {
    return new PrimingReview(library, guardrail);
  }

  /** Works the order's figures out; the read-back can be made once it was looked ahead over. */
  public OrderDraft draft(Order order) {
    Verdict figures = guardrail.checkFigures(order, Progress.NONE);
    return new OrderDraft(order, Progress.NONE, figures, CeilingPlan.lookAheads(order, figures));
  }

  /**
   * Works the figures of a running or paused order out that is changed from its present phase on.
   *
   * @param changed the order as a whole, see {@link Order#changed}
   * @param progress how far it has come; its phase is one of the order's
   * @param now what is predicted at this moment; null if nothing is
   * @param bolusEndedAgoS how long ago a bolus ended, s; infinite if there was none
   */
  public OrderDraft draftChange(
      Order changed,
      Progress progress,
      @Nullable PredictedConcentrations now,
      double bolusEndedAgoS) {
    Verdict figures = guardrail.checkFigures(changed, progress);
    List<CeilingLookAhead> lookAheads =
        now == null
            ? List.of()
            : CeilingPlan.lookAheads(changed, figures, progress, now, bolusEndedAgoS);
    return new OrderDraft(changed, progress, figures, lookAheads);
  }

  /** Reads an order back in one go, which takes some milliseconds: not in the loop. */
  public ReadBack readBack(Order order, long nonce, long expiresAtNs) {
    OrderDraft draft = draft(order);
    draft.finish();
    return draft.readBack(nonce, expiresAtNs);
  }

  /** The read-back of figures and predictions: same inputs, same read-back. */
  static ReadBack readBack(
      Order order,
      Progress progress,
      Verdict figures,
      List<Prediction> predictions,
      long nonce,
      long expiresAtNs) {
    Verdict verdict = Guardrail.withCeiling(figures, predictions);
    Findings findings = new Findings(verdict.findings());
    Overrides.check(order, findings);
    DrugEntry drug = verdict.drug();
    Protocol protocol = verdict.protocol();
    Syringe syringe = verdict.syringe();
    ExactDose exact = verdict.exact();
    AchievedDose achieved = verdict.achieved();
    return ReadBackHash.sealed(
        new ReadBack(
            nonce,
            expiresAtNs,
            order,
            progress,
            drug == null ? UNKNOWN : drug.name(),
            protocol == null ? UNKNOWN : protocol.name(),
            syringe == null ? UNKNOWN : syringe.name(),
            weights(verdict.size(), exact),
            exact == null ? 0 : DoseCalculator.orderedNg(exact.totalMg()),
            achieved == null ? 0 : achieved.drug().ng(),
            achieved == null ? 0 : achieved.volume().nl(),
            achieved == null ? 0 : achieved.durationS(),
            exact == null || achieved == null ? List.of() : phases(exact, achieved),
            predictions,
            findings.list(),
            ""));
  }

  private static ReadBack.Weights weights(@Nullable BodySize size, @Nullable ExactDose exact) {
    return new ReadBack.Weights(
        exact == null ? 0 : grams(exact.dosingWeightKg()),
        size == null ? 0 : grams(size.idealKg()),
        size == null ? 0 : grams(size.adjustedKg()),
        size == null ? 0 : grams(size.leanKg()),
        size == null ? 0 : grams(size.bmi()));
  }

  /** Thousandths, rounded down. */
  private static long grams(Ratio value) {
    BigDecimal thousandths = value.floor(GRAM_PLACES).movePointRight(GRAM_PLACES);
    return thousandths.longValueExact();
  }

  private static List<ReadBack.Phase> phases(ExactDose exact, AchievedDose achieved) {
    List<ReadBack.Phase> phases = new ArrayList<>();
    for (int i = 0; i < exact.phases().size(); i++) {
      phases.add(phase(exact.phases().get(i), achieved.phases().get(i)));
    }
    return phases;
  }

  private static ReadBack.Phase phase(ExactDose.Phase exact, AchievedDose.Phase achieved) {
    return new ReadBack.Phase(
        exact.kind(),
        DoseCalculator.orderedNg(exact.totalMg()),
        achieved.drug().ng(),
        achieved.volume().nl(),
        achieved.rate().nlPerH(),
        achieved.doseRate().ngPerKgPerH(),
        achieved.durationS(),
        achieved.pumpRate(),
        achieved.pumpVolume());
  }

  /**
   * The order that was read back, as the pump may be told it.
   *
   * <p>The figures are worked out again; the predictions are taken from the read-back, which the
   * caller kept since it was made here.
   *
   * @return null if the order was refused, or if it does not come to this very read-back here
   */
  public @Nullable PermittedOrder permit(ReadBack readBack) {
    Order order = readBack.order();
    Progress progress = readBack.progress();
    if (progress.phase() < 0 || progress.phase() >= order.phases().size()) {
      return null;
    }
    Verdict figures = guardrail.checkFigures(order, progress);
    List<Prediction> predictions = readBack.predictions();
    ReadBack again =
        readBack(order, progress, figures, predictions, readBack.nonce(), readBack.expiresAtNs());
    return readBack.equals(again)
        ? guardrail.permit(readBack, Guardrail.withCeiling(figures, predictions))
        : null;
  }

  /**
   * What the drug's models predict from now on, with the doses given before; to be followed while
   * the order runs. Null for an order whose drug is unknown or whose weight no model takes.
   */
  public @Nullable PredictedConcentrations concentrations(Order order) {
    return library.concentrations(order);
  }
}
