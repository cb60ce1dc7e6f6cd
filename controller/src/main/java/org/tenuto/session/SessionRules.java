package org.tenuto.session;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a site asks for, as its configuration says.
 *
 * @param steps those that are switched on
 * @param items ids of those that are asked for
 * @param hoursBetween a session sooner after the one before needs a reason, h
 * @param observeMin from the end of the infusion to discharge at least, min
 * @param pauseMin a pause longer than this ends the order, min
 * @param balanceToleranceNl readings may differ by so much, nL
 */
public record SessionRules(
    Set<SessionStep> steps,
    Set<String> items,
    int hoursBetween,
    int observeMin,
    int pauseMin,
    long balanceToleranceNl) {

  /** 48 h between sessions: our default; trials had two or three a week. */
  public static final int HOURS_BETWEEN = 48;

  /** 60 min from the end to discharge: our default. */
  public static final int OBSERVE_MIN = 60;

  /** A pause of more than 30 min ends the order: our default. */
  public static final int PAUSE_MIN = 30;

  /** 0.5 mL, half a mark of a 50 mL syringe: our default. */
  public static final long BALANCE_TOLERANCE_NL = 500_000;

  /** Every step and every item. */
  public static final SessionRules ALL =
      of(
          Set.of(SessionStep.values()),
          SessionItems.all().stream().map(SessionItem::id).collect(Collectors.toSet()));

  /** No steps at all: orders only. */
  public static final SessionRules NONE = of(Set.of(), Set.of());

  public SessionRules {
    steps = Set.copyOf(steps);
    items = Set.copyOf(items);
  }

  /** These steps and items, and our defaults for the numbers. */
  public static SessionRules of(Set<SessionStep> steps, Set<String> items) {
    return new SessionRules(
        steps, items, HOURS_BETWEEN, OBSERVE_MIN, PAUSE_MIN, BALANCE_TOLERANCE_NL);
  }

  /** Whether there are sessions here. */
  public boolean on() {
    return !steps.isEmpty();
  }

  /** Whether a step is switched on. */
  public boolean has(SessionStep step) {
    return steps.contains(step);
  }

  /** Whether an item is asked for. */
  public boolean asks(SessionItem item) {
    return has(item.step()) && items.contains(item.id());
  }

  /** What a step asks for here, in order; nothing if it is switched off. */
  public List<SessionItem> items(SessionStep step) {
    return SessionItems.all().stream()
        .filter(item -> item.step() == step && asks(item))
        .toList();
  }
}
