package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Volume;

/**
 * Reads an order back and, once that was confirmed, permits exactly it.
 *
 * <p>Every figure is computed here from the order's inputs. Pure and bounded, no I/O, holds no
 * state: nonces, expiry and which read-back was shown are the caller's. May be called between two
 * cycles of the loop, before delivery; allocates, so not in every cycle.
 */
public final class OrderReview {

  private static final String UNKNOWN = "unknown";

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

  /**
   * Reads an order back, a refused one too: figures that can't be computed are 0 or empty, and the
   * findings say why.
   *
   * @param nonce unpredictable, used once
   * @param expiresAtNs monotonic time after which the caller will not start it any more
   */
  public ReadBack readBack(Order order, long nonce, long expiresAtNs) {
    Verdict verdict = guardrail.check(order);
    ExactDose exact = verdict.exact();
    AchievedDose achieved = verdict.achieved();
    DrugEntry drug = verdict.drug();
    Protocol protocol = verdict.protocol();
    Syringe syringe = verdict.syringe();
    return ReadBackHash.sealed(
        new ReadBack(
            nonce,
            expiresAtNs,
            order,
            drug == null ? UNKNOWN : drug.name(),
            protocol == null ? UNKNOWN : protocol.name(),
            syringe == null ? UNKNOWN : syringe.name(),
            exact == null ? 0 : DoseCalculator.orderedNg(exact),
            achieved == null ? 0 : achieved.drug().ng(),
            achieved == null ? 0 : achieved.volume().nl(),
            achieved == null ? 0 : achieved.rate().nlPerH(),
            achieved == null ? 0 : achieved.doseRate().ngPerKgPerH(),
            achieved == null ? 0 : achieved.durationS(),
            achieved == null ? "" : achieved.pumpRate(),
            achieved == null ? "" : achieved.pumpVolume(),
            findingsOnTheDevice(verdict),
            ""));
  }

  /**
   * What the pump may be told to start the order that was read back.
   *
   * @return null if it was refused, or if the order does not come to this very read-back here
   */
  public @Nullable PermittedRate permit(ReadBack readBack) {
    return isOurs(readBack) ? guardrail.permit(readBack.order()) : null;
  }

  /**
   * What the pump may be told to go on with it after a pause: the same rate and at most the
   * read-back's volume less what may already have been delivered.
   *
   * @param deliveredAtMost the most that can have been delivered of this order
   * @return null as in {@link #permit}, or if less than one pump increment is left
   */
  public @Nullable PermittedRate permitRemainder(ReadBack readBack, Volume deliveredAtMost) {
    return isOurs(readBack) ? guardrail.permitRemainder(readBack.order(), deliveredAtMost) : null;
  }

  /** Inner diameter of the order's syringe, µm, for an order that was permitted. */
  public int syringeInnerDiameterUm(Order order) {
    Syringe syringe = library.syringe(order.syringeId());
    if (syringe == null) {
      throw new IllegalArgumentException("syringe " + order.syringeId() + ": not in the library");
    }
    return syringe.innerDiameterUm();
  }

  private boolean isOurs(ReadBack readBack) {
    return readBack.equals(readBack(readBack.order(), readBack.nonce(), readBack.expiresAtNs()));
  }

  /** A soft limit needs a second person, and this version can't identify one. */
  private static List<Finding> findingsOnTheDevice(Verdict verdict) {
    List<Finding> findings = new ArrayList<>(verdict.findings());
    if (verdict.needsSecondPerson()) {
      findings.add(
          ReasonCode.SECOND_PERSON_NOT_AVAILABLE.finding(
              "order beyond a soft limit: expected a reason and a second person, which this"
                  + " version can't take yet"));
    }
    return findings;
  }
}
