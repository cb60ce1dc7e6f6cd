package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/** The findings on one order, as they come up. */
final class Findings {

  /** More are only counted: an order of eight absurd phases is refused all the same. */
  static final int MOST = 24;

  private final List<Finding> list = new ArrayList<>();
  private int more;

  Findings() {}

  /** Goes on from findings there are. */
  Findings(List<Finding> before) {
    list.addAll(before);
  }

  /** Adds a finding. Called only where there is one: most orders have none and pay for none. */
  void add(ReasonCode code, String thing, String expected) {
    if (list.size() < MOST - 1) {
      list.add(code.finding(thing + ": expected " + expected));
    } else {
      more++;
    }
  }

  List<Finding> list() {
    if (more == 0) {
      return List.copyOf(list);
    }
    List<Finding> all = new ArrayList<>(list);
    all.add(
        ReasonCode.MORE_FINDINGS.finding(more + " more findings: expected these mended first"));
    return List.copyOf(all);
  }
}
