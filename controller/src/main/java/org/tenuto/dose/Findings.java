package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/** The findings on one order, as they come up. */
final class Findings {

  private final List<Finding> list = new ArrayList<>();

  /** Adds a finding. Called only where there is one: most orders have none and pay for none. */
  void add(ReasonCode code, String thing, String expected) {
    list.add(code.finding(thing + ": expected " + expected));
  }

  List<Finding> list() {
    return List.copyOf(list);
  }
}
