package org.tenuto.web;

import java.util.List;

/**
 * The order exactly as it was typed and tapped; nothing in it has been checked but that it has the
 * right form.
 *
 * @param weight body weight in kg
 * @param protocol protocol id
 * @param concentration mg/mL
 * @param syringe syringe id
 * @param loaded volume drawn into the syringe, mL
 * @param heightMm body height, mm; 0 if not entered
 * @param sex FEMALE or MALE; empty if not entered
 * @param weightBasis by name; empty for actual weight
 * @param phases empty for those of the protocol
 * @param intensiveMonitoring whether staff attest it
 * @param newPatient whether this is another person than the one before
 * @param declaredDoses given elsewhere
 */
record OrderForm(
    String weight,
    String protocol,
    String concentration,
    String syringe,
    String loaded,
    long heightMm,
    String sex,
    String weightBasis,
    List<Phase> phases,
    boolean intensiveMonitoring,
    boolean newPatient,
    List<Dose> declaredDoses) {

  OrderForm {
    phases = List.copyOf(phases);
    declaredDoses = List.copyOf(declaredDoses);
  }

  /**
   * One phase.
   *
   * @param kind by name
   * @param unit by name
   * @param amount in that unit
   * @param durationS s
   */
  record Phase(String kind, String unit, String amount, long durationS) {}

  /**
   * A dose given elsewhere.
   *
   * @param drugId in the library
   * @param mg how much, mg
   * @param endedAgoMin when it ended, min
   * @param durationMin over which time, min; 0 for an injection
   */
  record Dose(String drugId, String mg, long endedAgoMin, long durationMin) {}
}
