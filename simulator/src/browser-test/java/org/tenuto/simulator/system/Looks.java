package org.tenuto.simulator.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at screens of a page in both themes: nothing serious that axe-core can find, nothing cut at
 * an edge, no button too small for a glove, the last two also beneath an alarm. Each is kept as a
 * picture.
 */
final class Looks {

  private static final String NEVER_CUT =
      "footer, .alarm .words, .state, .figure b, .keys button, .act, .stop, .theme, .entry, .hint,"
          + " .limits, .derived, .due, .chip, .tick span, .person, .answer, .choice,"
          + " .field span, .sheet .field, .entered";

  private final DevicePage page;
  private final List<String> found = new ArrayList<>();

  Looks(DevicePage page) {
    this.page = page;
  }

  /** Looks at what is shown in this theme and in the other, and comes back. */
  void at(String screen) {
    for (int i = 0; i < 2; i++) {
      String name = screen + "-" + page.theme();
      page.screenshot(name);
      page.barriers().forEach(finding -> found.add(name + ": " + finding));
      room(name);
      page.tap("theme");
    }
    if (page.part("alarm").isHidden()) {
      page.beneathAlarm(true);
      page.screenshot(screen + "-alarm");
      room(screen + "-alarm");
      page.beneathAlarm(false);
    }
  }

  private void room(String name) {
    page.cut(NEVER_CUT).forEach(cut -> found.add(name + ": cut: " + cut));
    page.smallButtons().forEach(small -> found.add(name + ": small: " + small));
    if (!page.fits()) {
      found.add(name + ": does not fit the screen");
    }
  }

  /** What is wrong, one line each. */
  List<String> found() {
    return List.copyOf(found);
  }
}
