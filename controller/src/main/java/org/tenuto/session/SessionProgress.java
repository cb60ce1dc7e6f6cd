package org.tenuto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a session has come by a site's rules: what is missing, which step is next, and why an
 * order may not be read back or started yet.
 *
 * @param rules of the site
 * @param session the present or last one; null if there never was one
 * @param nowWallMs now by the wall clock, ms since 1970
 * @param observed items that readings answer, by id: what is wanting, one line, empty if nothing is;
 *     none where nothing is observed, then staff tick them
 */
public record SessionProgress(
    SessionRules rules,
    @Nullable TherapySession session,
    long nowWallMs,
    Map<String, String> observed) {

  private static final long MS_PER_MIN = 60_000;

  /** "Measured today" and a checklist of yesterday are of no use: 24 h, our default. */
  private static final long GOOD_FOR_MS = 86_400_000;

  public SessionProgress {
    observed = Map.copyOf(observed);
  }

  /** Where nothing is observed. */
  public SessionProgress(SessionRules rules, @Nullable TherapySession session, long nowWallMs) {
    this(rules, session, nowWallMs, Map.of());
  }

  /** Where a step stands. */
  public enum Standing {
    OFF,
    MISSING,
    DONE
  }

  /** Where a step stands. */
  public Standing standing(SessionStep step) {
    if (!rules.has(step)) {
      return Standing.OFF;
    }
    return isDone(step) ? Standing.DONE : Standing.MISSING;
  }

  private boolean isDone(SessionStep step) {
    if (session == null) {
      return false;
    }
    return step == SessionStep.NOTES
        ? !session.notes().isEmpty()
        : isDue(step) && missing(step).isEmpty();
  }

  /** The step staff come to next; null if there is none left, or no session. */
  public @Nullable SessionStep next() {
    if (session == null || !session.open()) {
      return null;
    }
    for (SessionStep step : SessionStep.values()) {
      if (standing(step) == Standing.MISSING && isDue(step)) {
        return step;
      }
    }
    return null;
  }

  /** What comes after an infusion is not next before there was one. */
  private boolean isDue(SessionStep step) {
    return step.isBeforeInfusion() || (session != null && session.gaveAny());
  }

  /** What a step still lacks, in words for staff. */
  public List<String> missing(SessionStep step) {
    List<String> missing = new ArrayList<>();
    for (SessionItem item : rules.items(step)) {
      String lack = session == null ? item.text() : lack(session, item);
      if (lack != null) {
        missing.add(lack);
      }
    }
    if (session != null && rules.has(step)) {
      if (step == SessionStep.BALANCE) {
        session.unbalancedNgPerMl().forEach(_ -> missing.add("Balance of the syringe"));
      } else if (step == SessionStep.DISCHARGE && leftMin(session) > 0) {
        missing.add("%d min of observation left".formatted(leftMin(session)));
      }
    }
    return missing;
  }

  private @Nullable String lack(TherapySession session, SessionItem item) {
    String wanting = observed.get(item.id());
    if (wanting != null) {
      return wanting.isEmpty() ? null : item.text() + " (" + wanting + ")";
    }
    String value = session.value(item.id());
    boolean done =
        switch (item.kind()) {
          case HARD -> value.equals("NO");
          case CAUTION, WORDS, SCORE -> !value.isEmpty();
          case TICK -> value.equals("DONE");
          case WEIGHT -> session.weightG() > 0;
          case LOADING -> session.loadings().containsKey(item.id());
        };
    return done ? null : item.text();
  }

  /** Of the time from the end of the infusion to discharge, rounded up. */
  private long leftMin(TherapySession session) {
    long endedMs = session.infusionEndedWallMs();
    if (endedMs == 0) {
      return session.gaveAny() ? rules.observeMin() : 0;
    }
    long passedMs = Math.max(0, nowWallMs - endedMs);
    return Math.max(0, Math.ceilDiv(rules.observeMin() * MS_PER_MIN - passedMs, MS_PER_MIN));
  }

  /**
   * Why no order may be read back now, one line; null if one may.
   *
   * @param weightG actual weight it is for, g
   * @param newPatient whether it says that it is for another person than those before
   */
  public @Nullable String whyNotPropose(long weightG, boolean newPatient) {
    String why = whyNotPropose(weightG);
    if (why != null || session == null || !newPatient || !rules.on()) {
      return why;
    }
    if (session.gaveAny()) {
      return "This session has given a drug already: its patient is not a new one.";
    }
    return session.newPatient()
        ? null
        : "This session was begun for the same patient: begin another for a new one.";
  }

  /** The same of an order that is for the person of this session. */
  public @Nullable String whyNotPropose(long weightG) {
    if (!rules.on()) {
      return null;
    }
    if (session == null || !session.open()) {
      return "No session has begun: begin one first.";
    }
    if (nowWallMs - session.begun().wallMs() > GOOD_FOR_MS) {
      return "This session began more than 24 h ago: end it and begin another.";
    }
    String hard = contraindication(session);
    if (hard != null) {
      return hard;
    }
    if (rules.has(SessionStep.SCREENING) && nothingAnswered(session)) {
      return "Screening: nothing is answered yet, so no order is taken.";
    }
    boolean other = session.weightG() > 0 && session.weightG() != weightG;
    return other ? "Body weight is not the one measured today: take that one." : null;
  }

  private @Nullable String contraindication(TherapySession session) {
    return rules.items(SessionStep.SCREENING).stream()
        .filter(item -> item.kind() == ItemKind.HARD && session.value(item.id()).equals("YES"))
        .map(item -> "Contraindicated, no order is taken: " + item.text() + ".")
        .findFirst()
        .orElse(null);
  }

  private boolean nothingAnswered(TherapySession session) {
    List<SessionItem> asked = rules.items(SessionStep.SCREENING);
    return !asked.isEmpty() && asked.stream().allMatch(i -> session.value(i.id()).isEmpty());
  }

  /**
   * Why an order may not start, one line; null if it may.
   *
   * @param weightG it is dosed by the actual weight, g
   * @param syringeId its syringe
   * @param concentrationNgPerMl drug in that, ng/mL
   */
  public @Nullable String whyNotStart(long weightG, String syringeId, long concentrationNgPerMl) {
    String why = whyNotPropose(weightG);
    if (why != null || !rules.on()) {
      return why;
    }
    for (SessionStep step : SessionStep.values()) {
      List<String> missing = step.isBeforeInfusion() ? missing(step) : List.of();
      if (!missing.isEmpty()) {
        return "%s: %s is missing%s."
            .formatted(
                step.title(),
                missing.getFirst(),
                missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more");
      }
    }
    return otherSyringe(syringeId, concentrationNgPerMl);
  }

  private @Nullable String otherSyringe(String syringeId, long concentrationNgPerMl) {
    boolean other =
        session != null
            && rules.has(SessionStep.LOADING)
            && session.loadings().values().stream()
                .anyMatch(
                    loading ->
                        !loading.fact().syringeId().equals(syringeId)
                            || loading.fact().concentrationNgPerMl() != concentrationNgPerMl);
    return other ? "Loaded was another syringe or concentration than ordered: load again." : null;
  }

  /** Why a paused order may not go on, one line; null if it may. */
  public @Nullable String whyNotResume() {
    if (session == null || !rules.on()) {
      return null;
    }
    long longestMs =
        session.orders().values().stream()
            .filter(run -> run.last().state() == SessionFact.OrderState.PAUSED)
            .mapToLong(run -> nowWallMs - run.sinceWallMs())
            .max()
            .orElse(0);
    return longestMs > rules.pauseMin() * MS_PER_MIN
        ? "Paused for more than %d min: stop this order, what it gave counts for the next."
            .formatted(rules.pauseMin())
        : null;
  }

  /** What is not done of the steps that are switched on and due, in words. */
  public List<String> notDone() {
    List<String> open = new ArrayList<>();
    for (SessionStep step : SessionStep.values()) {
      if (rules.has(step) && step != SessionStep.NOTES && isDue(step)) {
        missing(step).forEach(lack -> open.add(step.title() + ": " + lack));
      }
    }
    return open;
  }
}
