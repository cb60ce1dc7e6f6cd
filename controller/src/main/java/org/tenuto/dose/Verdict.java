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
 * @param size null if height or sex were not entered
 * @param exact null if a number of the order is no number an order can have
 * @param achieved null if there is no exact figure or the pump can't be told it
 * @param predictions one of each of the drug's models; empty if nothing was predicted
 * @param findings everything there is to say; empty for an order within all limits
 */
public record Verdict(
    @Nullable DrugEntry drug,
    @Nullable Protocol protocol,
    @Nullable Syringe syringe,
    @Nullable BodySize size,
    @Nullable ExactDose exact,
    @Nullable AchievedDose achieved,
    List<Prediction> predictions,
    List<Finding> findings) {

  public Verdict {
    predictions = List.copyOf(predictions);
    findings = List.copyOf(findings);
  }

  /** The same with other findings and predictions. */
  Verdict with(List<Prediction> newPredictions, List<Finding> newFindings) {
    return new Verdict(
        drug, protocol, syringe, size, exact, achieved, newPredictions, newFindings);
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
