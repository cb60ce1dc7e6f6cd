package org.tenuto.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a fact that staff entered can be taken, by the rules of the site. */
public final class SessionCheck {

  /** Longest reason, in characters. */
  public static final int LONGEST_REASON = 200;

  /** Longest note or words of an item, in characters. */
  public static final int LONGEST_TEXT = 2_000;

  private static final long MS_PER_H = 3_600_000;
  private static final long DAY_MS = 24 * MS_PER_H;

  private final SessionProgress progress;
  private final long gaveWallMs;

  /**
   * For one moment.
   *
   * @param progress of the present session, at that moment
   * @param gaveWallMs when a drug was last given, here or by hand, ms; 0 if never
   */
  public SessionCheck(SessionProgress progress, long gaveWallMs) {
    this.progress = progress;
    this.gaveWallMs = gaveWallMs;
  }

  /** Why it is not taken; null if it is. */
  public @Nullable SessionRefusal check(SessionFact fact, Signature by) {
    if (!progress.rules().on()) {
      return new SessionRefusal("NO_SESSIONS", "This site has switched off all session steps.");
    }
    TherapySession session = progress.session();
    if (fact instanceof SessionFact.Begun begun) {
      return begin(begun, session);
    }
    if (session == null || !(session.open() || fact instanceof SessionFact.Noted)) {
      return new SessionRefusal("NO_SESSION", "No session has begun: begin one first.");
    }
    return switch (fact) {
      case SessionFact.Ended one -> end(one, session);
      case SessionFact.Answered one -> answer(one, session);
      case SessionFact.Weighed one -> resting(session, one.weightG() > 0, "Body weight");
      case SessionFact.Loaded one -> load(one, session);
      case SessionFact.GivenByHand one -> byHand(one, by);
      case SessionFact.Balanced one -> balance(one.balance(), session, by);
      case SessionFact.Noted one -> words("Note", one.text());
      case SessionFact.Begun _, SessionFact.Delivered _ ->
          throw new IllegalArgumentException("staff enter no " + fact);
    };
  }

  private @Nullable SessionRefusal begin(
      SessionFact.Begun fact, @Nullable TherapySession session) {
    if (session != null && session.infusing()) {
      return infusing();
    }
    long agoMs = progress.nowWallMs() - gaveWallMs;
    boolean soon =
        !fact.newPatient() && gaveWallMs > 0 && agoMs < progress.rules().hoursBetween() * MS_PER_H;
    if (soon && fact.reason().isBlank()) {
      return new SessionRefusal(
          "TOO_SOON",
          "A drug was given %d h ago: a session within %d h needs a reason."
              .formatted(Math.max(0, agoMs) / MS_PER_H, progress.rules().hoursBetween()));
    }
    return reason(fact.reason());
  }

  private @Nullable SessionRefusal end(SessionFact.Ended fact, TherapySession session) {
    if (session.infusing()) {
      return infusing();
    }
    List<String> notDone = progress.notDone();
    if (!notDone.isEmpty() && fact.reason().isBlank()) {
      return new SessionRefusal(
          "NOT_DONE",
          "%s is missing%s: give a reason to end the session."
              .formatted(
                  notDone.getFirst(),
                  notDone.size() == 1 ? "" : ", and " + (notDone.size() - 1) + " more"));
    }
    return reason(fact.reason());
  }

  private @Nullable SessionRefusal answer(SessionFact.Answered fact, TherapySession session) {
    SessionItem item = SessionItems.find(fact.itemId());
    if (item == null || !progress.rules().asks(item)) {
      return new SessionRefusal("NO_SUCH_ITEM", "That item is not asked for at this site.");
    }
    String wanting = progress.observed().get(item.id());
    if (wanting != null) {
      return new SessionRefusal(
          "OBSERVED",
          "%s: readings answer it%s."
              .formatted(item.text(), wanting.isEmpty() ? ", and do" : ". " + wanting));
    }
    String expected = expected(item.kind());
    if (expected.isEmpty()) {
      return new SessionRefusal(
          "OTHER_FACT", item.text() + ": it is entered as a number or a syringe, not as an answer.");
    }
    if (item.kind() == ItemKind.WORDS) {
      return words(item.text(), fact.value());
    }
    if (!List.of(expected.split(", ")).contains(fact.value())) {
      return new SessionRefusal("NO_ANSWER", item.text() + ": expected one of " + expected + ".");
    }
    return explained(item, fact, session);
  }

  private static String expected(ItemKind kind) {
    return switch (kind) {
      case HARD, CAUTION -> "YES, NO";
      case TICK -> "DONE, OPEN";
      case SCORE -> "0, 1, 2";
      case WORDS -> "words";
      case WEIGHT, LOADING -> "";
    };
  }

  /** A caution that is taken, and a contraindication that is taken back, say why and by whom. */
  private static @Nullable SessionRefusal explained(
      SessionItem item, SessionFact.Answered fact, TherapySession session) {
    boolean caution = item.kind() == ItemKind.CAUTION && fact.value().equals("YES");
    boolean takenBack =
        item.kind() == ItemKind.HARD
            && fact.value().equals("NO")
            && session.value(item.id()).equals("YES");
    if ((caution || takenBack) && (fact.reason().isBlank() || fact.prescriberId().isBlank())) {
      return new SessionRefusal(
          "REASON_NEEDED",
          item.text() + ": a reason and the prescriber are needed for this answer.");
    }
    return reason(fact.reason());
  }

  private @Nullable SessionRefusal load(SessionFact.Loaded fact, TherapySession session) {
    SessionItem item = SessionItems.find(fact.itemId());
    if (item == null || item.kind() != ItemKind.LOADING || !progress.rules().asks(item)) {
      return new SessionRefusal("NO_SUCH_ITEM", "That item is not asked for at this site.");
    }
    return resting(session, fact.concentrationNgPerMl() > 0, "Concentration");
  }

  private static @Nullable SessionRefusal resting(
      TherapySession session, boolean aboveZero, String name) {
    if (session.infusing()) {
      return infusing();
    }
    return aboveZero ? null : new SessionRefusal("NOT_A_NUMBER", name + ": expected above 0.");
  }

  private @Nullable SessionRefusal byHand(SessionFact.GivenByHand fact, Signature by) {
    long agoMs = progress.nowWallMs() - fact.givenWallMs();
    if (fact.ng() <= 0 || agoMs < 0 || agoMs > DAY_MS) {
      return new SessionRefusal(
          "NOT_A_DOSE", "Dose by hand: expected more than 0 mg, given within the last 24 h.");
    }
    return witnessed(by);
  }

  private @Nullable SessionRefusal balance(
      DrugBalance fact, TherapySession session, Signature by) {
    if (session.infusing()) {
      return infusing();
    }
    if (session.drugAt(fact.concentrationNgPerMl()).isEmpty()) {
      return new SessionRefusal("NOT_GIVEN", "Nothing of that concentration was given here.");
    }
    long missingNl = unaccountedNl(fact, session);
    if (Math.abs(missingNl) > progress.rules().balanceToleranceNl() && fact.reason().isBlank()) {
      return new SessionRefusal(
          "UNBALANCED",
          "%s mL %s: read again, or give a reason."
              .formatted(
                  hundredths(Math.abs(missingNl)),
                  missingNl > 0 ? "not accounted for" : "more than was drawn"));
    }
    SessionRefusal refusal = reason(fact.reason());
    return refusal == null ? witnessed(by) : refusal;
  }

  /** Hundredths of a mL, rounded up: what is missing is never shown as less. */
  private static String hundredths(long nl) {
    long hundredths = Math.ceilDiv(nl, 10_000);
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  /**
   * What is not accounted for of a syringe, nL, by what the session's orders took of it.
   *
   * @see DrugBalance#unaccountedNl
   */
  public static long unaccountedNl(DrugBalance balance, TherapySession session) {
    long atLeastNl = 0;
    long atMostNl = 0;
    for (TherapySession.OrderRun run : session.orders().values()) {
      if (run.last().concentrationNgPerMl() == balance.concentrationNgPerMl()) {
        atLeastNl += run.last().atLeastNl();
        atMostNl += run.last().atMostNl();
      }
    }
    return balance.unaccountedNl(atLeastNl, atMostNl);
  }

  private static @Nullable SessionRefusal witnessed(Signature by) {
    boolean two =
        !by.secondStaffId().isBlank() && !by.secondStaffId().equalsIgnoreCase(by.staffId());
    return two
        ? null
        : new SessionRefusal("SECOND_PERSON", "A second person has to witness this: enter who.");
  }

  private static @Nullable SessionRefusal words(String name, String text) {
    boolean fits = !text.isBlank() && text.length() <= LONGEST_TEXT;
    return fits
        ? null
        : new SessionRefusal(
            "NOT_WORDS", "%s: expected 1 to %d characters.".formatted(name, LONGEST_TEXT));
  }

  private static @Nullable SessionRefusal reason(String reason) {
    return reason.length() <= LONGEST_REASON
        ? null
        : new SessionRefusal(
            "NOT_WORDS", "Reason: expected at most %d characters.".formatted(LONGEST_REASON));
  }

  private static SessionRefusal infusing() {
    return new SessionRefusal("INFUSING", "An order is running or paused: stop it first.");
  }
}
