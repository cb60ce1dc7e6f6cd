package org.tenuto.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Finding.Severity;

/**
 * What the guardrail concluded about an order.
 *
 * @param drug null if unknown
 * @param protocol null if unknown
 * @param syringe null if unknown
 * @param exact null if a number of the order is no number an order can have
 * @param achieved null if there is no exact figure or the pump can't be told it
 * @param findings everything there is to say; empty for an order within all limits
 */
public record Verdict(
    @Nullable DrugEntry drug,
    @Nullable Protocol protocol,
    @Nullable Syringe syringe,
    @Nullable ExactDose exact,
    @Nullable AchievedDose achieved,
    List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether a hard limit or a fault refuses the order, whoever asks. */
  public boolean refused() {
    return has(Severity.HARD);
  }

  /** Whether a soft limit is passed: needs a reason and a second person. */
  public boolean needsSecondPerson() {
    return has(Severity.SOFT);
  }

  private boolean has(Severity severity) {
    return findings.stream().anyMatch(f -> f.severity() == severity);
  }
}
