package org.tenuto.station;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tenuto.config.ConfigFile;
import org.tenuto.session.SessionItem;
import org.tenuto.session.SessionItems;
import org.tenuto.session.SessionRules;
import org.tenuto.session.SessionStep;

/** The {@code [session]} section of the station's configuration: what a site asks for. */
final class SessionSection {

  private static final int MOST_HOURS = 720;
  private static final int MOST_MIN = 1_440;
  private static final int MOST_UL = 5_000;
  private static final long NL_PER_UL = 1_000;

  private SessionSection() {}

  /** Every step and every item where a key is absent. */
  static SessionRules read(ConfigFile file) {
    Set<String> steps = names(Stream.of(SessionStep.values()).map(SessionSection::name));
    Set<String> items = names(SessionItems.all().stream().map(SessionItem::id));
    Set<String> on = file.words("session.steps", steps, steps);
    return new SessionRules(
        Stream.of(SessionStep.values())
            .filter(step -> on.contains(name(step)))
            .collect(Collectors.toSet()),
        file.words("session.items", items, items),
        file.integer("session.hours_between", 0, MOST_HOURS, SessionRules.HOURS_BETWEEN),
        file.integer("session.observe_min", 0, MOST_MIN, SessionRules.OBSERVE_MIN),
        file.integer("session.pause_min", 1, MOST_MIN, SessionRules.PAUSE_MIN),
        NL_PER_UL
            * file.integer(
                "session.balance_tolerance_ul",
                1,
                MOST_UL,
                (int) (SessionRules.BALANCE_TOLERANCE_NL / NL_PER_UL)));
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toSet());
  }

  private static String name(SessionStep step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
