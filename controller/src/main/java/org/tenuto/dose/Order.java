package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/**
 * What a clinician asks for, inputs only: every figure that follows from it is computed by the
 * executor. Untrusted: nothing in it is taken as plausible before the guardrail looked.
 *
 * @param libraryHash SHA-256, lower-case hex, of the drug library the order was made from
 * @param drugId drug entry in the library
 * @param protocolId protocol of that drug
 * @param patient whom it is for
 * @param weightBasis which weight doses per kg are multiplied by
 * @param phases one to {@link #MOST_PHASES}, in the order they are given
 * @param concentrationNgPerMl drug in the syringe, ng/mL
 * @param syringeId syringe in the catalogue
 * @param loadedNl what was drawn into the syringe, nL
 * @param priorDoses of the last 24 h, at most {@link #MOST_PRIOR_DOSES}
 * @param intensiveMonitoring staff attest intensive monitoring
 * @param overrides soft limits staff pass, at most {@link #MOST_OVERRIDES}
 * @param staffId who ordered
 * @param secondStaffId who checked independently; empty if nobody did
 */
public record Order(
    String libraryHash,
    String drugId,
    String protocolId,
    Patient patient,
    WeightBasis weightBasis,
    List<OrderPhase> phases,
    long concentrationNgPerMl,
    String syringeId,
    long loadedNl,
    List<PriorDose> priorDoses,
    boolean intensiveMonitoring,
    List<LimitOverride> overrides,
    String staffId,
    String secondStaffId) {

  /** Most phases of one order. */
  public static final int MOST_PHASES = 8;

  /** Most earlier doses of one order. */
  public static final int MOST_PRIOR_DOSES = 16;

  /** Most soft limits that can be passed in one order. */
  public static final int MOST_OVERRIDES = 8;

  /** The plain order: one dose by actual weight over one time, nothing else known. */
  public static Order ofDose(
      String libraryHash,
      String drugId,
      String protocolId,
      long weightG,
      long doseNgPerKg,
      long durationS,
      long concentrationNgPerMl,
      String syringeId,
      long loadedNl,
      String staffId) {
    return new Order(
        libraryHash,
        drugId,
        protocolId,
        Patient.ofWeight(weightG),
        WeightBasis.ACTUAL,
        List.of(OrderPhase.dose(doseNgPerKg, durationS)),
        concentrationNgPerMl,
        syringeId,
        loadedNl,
        List.of(),
        false,
        List.of(),
        staffId,
        "");
  }

  public Order {
    phases = List.copyOf(phases);
    priorDoses = List.copyOf(priorDoses);
    overrides = List.copyOf(overrides);
  }

  /**
   * The same order with another rest: the phases before one stay, that one keeps its kind and gets
   * other figures, those after it are replaced. Who ordered the change and what they attest comes
   * with it.
   *
   * @param fromPhase one of the order's phases, counted from 0
   * @param change with at least one phase
   */
  public Order changed(int fromPhase, OrderChange change) {
    List<OrderPhase> all = new ArrayList<>(phases.subList(0, fromPhase));
    OrderPhase present = change.phases().getFirst();
    all.add(
        new OrderPhase(
            phases.get(fromPhase).kind(),
            present.unit(),
            present.amountNg(),
            present.durationS()));
    all.addAll(change.phases().subList(1, change.phases().size()));
    return new Order(
        libraryHash,
        drugId,
        protocolId,
        patient,
        weightBasis,
        all,
        concentrationNgPerMl,
        syringeId,
        loadedNl,
        priorDoses,
        change.intensiveMonitoring(),
        change.overrides(),
        change.staffId(),
        change.secondStaffId());
  }

  /**
   * The same order once a second person has checked it.
   *
   * @param passed soft limits the two pass, with reasons
   */
  public Order checkedBy(String second, List<LimitOverride> passed) {
    return new Order(
        libraryHash,
        drugId,
        protocolId,
        patient,
        weightBasis,
        phases,
        concentrationNgPerMl,
        syringeId,
        loadedNl,
        priorDoses,
        intensiveMonitoring,
        passed,
        staffId,
        second);
  }

  /** Whether staff gave a reason for passing that soft limit. */
  public boolean overrides(String code) {
    return overrides.stream().anyMatch(o -> o.code().equals(code) && !o.reason().isBlank());
  }
}
