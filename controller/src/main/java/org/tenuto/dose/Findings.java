package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/** The findings on one order, as they come up; never more than a read-back holds. */
final class Findings {

  /** More are not listed: an order of eight absurd phases is refused all the same. */
  static final int MOST = 24;

  private static final Finding REST =
      ReasonCode.MORE_FINDINGS.finding("more findings: expected these mended first");

  private final List<Finding> list = new ArrayList<>();
  private boolean more;

  Findings() {}

  /** Goes on from findings there are. */
  Findings(List<Finding> before) {
    list.addAll(before);
    more = list.remove(REST);
  }

  /** Adds a finding. Called only where there is one: most orders have none and pay for none. */
  void add(ReasonCode code, String thing, String expected) {
    if (list.size() < MOST - 1) {
      list.add(code.finding(thing + ": expected " + expected));
    } else {
      more = true;
    }
  }

  List<Finding> list() {
    if (!more) {
      return List.copyOf(list);
    }
    List<Finding> all = new ArrayList<>(list);
    all.add(REST);
    return List.copyOf(all);
  }
}
