package org.tenuto.session;

import java.util.List;

/**
 * One thing that became known of a therapy session: staff entered it, or the executor told of it.
 * What staff enter is a record of its own; what the executor tells is in its own records already.
 */
public sealed interface SessionFact {

  /**
   * Staff began a session.
   *
   * @param sessionId random; says nothing of a person
   * @param newPatient whether it is another person than at the session before
   * @param reason why it is held although the one before was so recent; else empty
   */
  record Begun(String sessionId, boolean newPatient, String reason) implements SessionFact {}

  /**
   * Staff ended it, or began another.
   *
   * @param notDone what was missing then, in words; empty for an orderly discharge
   * @param reason why it ended with that missing; else empty
   */
  record Ended(List<String> notDone, String reason) implements SessionFact {

    public Ended {
      notDone = List.copyOf(notDone);
    }
  }

  /**
   * An item was answered; the newest answer counts.
   *
   * @param itemId of {@link SessionItems}
   * @param value as its kind has it
   * @param reason of a caution that is taken, or of a correction; else empty
   * @param prescriberId who takes a caution or a contraindication back, shown by their PIN; else
   *     empty
   */
  record Answered(String itemId, String value, String reason, String prescriberId)
      implements SessionFact {

    /** The same, decided by a prescriber. */
    public Answered prescribedBy(String staffId) {
      return new Answered(itemId, value, reason, staffId);
    }
  }

  /** The weight measured today, g. */
  record Weighed(long weightG) implements SessionFact {}

  /**
   * A step of loading was done with this syringe.
   *
   * @param itemId loaded, purged or connected
   * @param syringeId of the drug library
   * @param concentrationNgPerMl what is in it, ng/mL
   */
  record Loaded(String itemId, String syringeId, long concentrationNgPerMl)
      implements SessionFact {}

  /**
   * A dose given by hand, not by the pump.
   *
   * @param drugId of the drug library
   * @param ng how much, ng
   * @param route how
   * @param givenWallMs when, ms
   */
  record GivenByHand(String drugId, long ng, DoseRoute route, long givenWallMs)
      implements SessionFact {}

  /**
   * Where all the drug of a syringe went.
   *
   * @param drugId of the drug library
   */
  record Balanced(String drugId, DrugBalance balance) implements SessionFact {}

  /** A note of the time after, in free words. */
  record Noted(String text) implements SessionFact {}

  /**
   * The executor told how far an order has come.
   *
   * @param orderNonce which
   * @param state how it goes on
   * @param atLeastNl what was certainly delivered, nL
   * @param atMostNl what can have been delivered at most, nL
   * @param drugId of the drug library; empty if not known
   * @param concentrationNgPerMl drug in its syringe, ng/mL; 0 if not known
   */
  record Delivered(
      long orderNonce,
      OrderState state,
      long atLeastNl,
      long atMostNl,
      String drugId,
      long concentrationNgPerMl)
      implements SessionFact {

    /** The same, over. */
    public Delivered over() {
      return new Delivered(
          orderNonce, OrderState.OVER, atLeastNl, atMostNl, drugId, concentrationNgPerMl);
    }
  }

  /** How an order goes on. */
  enum OrderState {
    RUNNING,
    PAUSED,
    OVER
  }
}
