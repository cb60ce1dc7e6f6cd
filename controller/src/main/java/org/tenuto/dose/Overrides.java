package org.tenuto.dose;

import java.util.List;

/** Whether staff may pass the soft limits an order passes: a reason for each, and two persons. */
final class Overrides {

  private Overrides() {}

  /** How many soft findings staff gave a reason for. */
  static int count(Order order, List<Finding> findings) {
    return (int)
        findings.stream()
            .filter(Overrides::isSoft)
            .filter(finding -> order.overrides(finding.code()))
            .count();
  }

  /** Adds what is missing before the soft findings there are may be passed. */
  static void check(Order order, Findings findings) {
    List<Finding> soft = findings.list().stream().filter(Overrides::isSoft).toList();
    for (Finding finding : soft) {
      if (!order.overrides(finding.code())) {
        findings.add(
            ReasonCode.SOFT_LIMIT_NOT_OVERRIDDEN,
            "soft limit " + finding.code(),
            "a reason for passing it");
      }
    }
    if (!soft.isEmpty() && order.secondStaffId().isBlank()) {
      findings.add(
          ReasonCode.SECOND_PERSON_MISSING, "order beyond a soft limit", "a second person");
    }
    checkIsAnother(order, findings);
  }

  /** Also of an order within every limit: nobody is a second person to themselves. */
  private static void checkIsAnother(Order order, Findings findings) {
    String second = order.secondStaffId().strip();
    if (!second.isEmpty() && second.equalsIgnoreCase(order.staffId().strip())) {
      findings.add(
          ReasonCode.SECOND_PERSON_IS_FIRST,
          "second person " + order.secondStaffId(),
          "another than who ordered");
    }
  }

  private static boolean isSoft(Finding finding) {
    return finding.severity() == Finding.Severity.SOFT;
  }
}
