package org.tenuto.dose;

import java.util.Arrays;
import java.util.List;

/** An order that is right in every respect, to be changed in what a test is about. One thread. */
final class SampleOrder {

  private String libraryHash = SampleOrders.LIBRARY.hash();
  private String drugId = "KETAMINE-RACEMIC";
  private String protocolId = "DEP-RACEMIC-40";
  private Patient patient = Patient.ofWeight(70_000);
  private WeightBasis basis = WeightBasis.ACTUAL;
  private List<OrderPhase> phases = List.of(OrderPhase.dose(500_000, 2_400));
  private long concentrationNgPerMl = 1_000_000;
  private String syringeId = "BD-PLASTIPAK-50";
  private long loadedNl = 50_000_000;
  private List<PriorDose> priors = List.of();
  private boolean intensiveMonitoring;
  private List<LimitOverride> overrides = List.of();
  private String staffId = "anna";
  private String secondStaffId = "";

  /** 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, 50 mL loaded in a BD Plastipak 50. */
  static SampleOrder usual() {
    return new SampleOrder();
  }

  /** As the protocol has it by default, for 70 kg at 1 mg/mL. */
  static SampleOrder program(String drugId, String protocolId) {
    DrugEntry drug = SampleOrders.drug(drugId);
    Protocol protocol = drug.protocol(protocolId);
    if (protocol == null) {
      throw new AssertionError("protocol " + protocolId + " is not of " + drugId);
    }
    return usual().drug(drugId, protocolId).phases(protocol.phases());
  }

  SampleOrder library(String hash) {
    libraryHash = hash;
    return this;
  }

  SampleOrder drug(String drug, String protocol) {
    drugId = drug;
    protocolId = protocol;
    return this;
  }

  SampleOrder weight(long g) {
    return patient(new Patient(g, patient.heightMm(), patient.sex(), patient.lastWeightG()));
  }

  SampleOrder patient(Patient someone) {
    patient = someone;
    return this;
  }

  SampleOrder basis(WeightBasis by) {
    basis = by;
    return this;
  }

  /** One phase: a dose over a time. */
  SampleOrder dose(long ngPerKg, long s) {
    return phases(List.of(OrderPhase.dose(ngPerKg, s)));
  }

  SampleOrder phases(OrderPhase... some) {
    return phases(List.of(some));
  }

  SampleOrder phases(List<OrderPhase> some) {
    phases = some;
    return this;
  }

  SampleOrder concentration(long ngPerMl) {
    concentrationNgPerMl = ngPerMl;
    return this;
  }

  SampleOrder syringe(String id) {
    syringeId = id;
    return this;
  }

  SampleOrder loaded(long nl) {
    loadedNl = nl;
    return this;
  }

  SampleOrder priors(PriorDose... some) {
    return priors(List.of(some));
  }

  SampleOrder priors(List<PriorDose> some) {
    priors = some;
    return this;
  }

  SampleOrder attested() {
    return attested(true);
  }

  SampleOrder attested(boolean intensive) {
    intensiveMonitoring = intensive;
    return this;
  }

  SampleOrder overriding(ReasonCode... codes) {
    return overrides(
        Arrays.stream(codes).map(code -> new LimitOverride(code.name(), "as discussed")).toList());
  }

  SampleOrder overrides(List<LimitOverride> some) {
    overrides = some;
    return this;
  }

  SampleOrder staff(String first, String second) {
    staffId = first;
    secondStaffId = second;
    return this;
  }

  Order order() {
    return new Order(
        libraryHash,
        drugId,
        protocolId,
        patient,
        basis,
        phases,
        concentrationNgPerMl,
        syringeId,
        loadedNl,
        priors,
        intensiveMonitoring,
        overrides,
        staffId,
        secondStaffId);
  }
}
