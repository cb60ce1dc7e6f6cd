package org.tenuto.dose;

/**
 * What a clinician asks for, inputs only: every figure that follows from it is computed by the
 * executor. One phase (issue of several phases: not yet).
 *
 * @param libraryHash SHA-256, lower-case hex, of the drug library the order was made from
 * @param drugId drug entry in the library
 * @param protocolId protocol of that drug
 * @param weightG actual body weight, g
 * @param doseNgPerKg ordered dose, ng per kg body weight
 * @param durationS ordered duration of the infusion, s
 * @param concentrationNgPerMl drug in the syringe, ng/mL
 * @param syringeId syringe in the catalogue
 * @param loadedNl what was drawn into the syringe, nL
 * @param staffId who ordered
 */
public record Order(
    String libraryHash,
    String drugId,
    String protocolId,
    long weightG,
    long doseNgPerKg,
    long durationS,
    long concentrationNgPerMl,
    String syringeId,
    long loadedNl,
    String staffId) {}
