package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/** The findings on one order, as they come up. */
final class Findings {

  private final List<Finding> list = new ArrayList<>();

  /** Adds the finding if the condition holds. */
  void when(boolean condition, ReasonCode code, String thing, String expected) {
    if (condition) {
      list.add(code.finding(thing + ": expected " + expected));
    }
  }

  void add(ReasonCode code, String thing, String expected) {
    when(true, code, thing, expected);
  }

  List<Finding> list() {
    return List.copyOf(list);
  }
}
