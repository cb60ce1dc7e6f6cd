package org.tenuto.web;

/**
 * An order as staff entered it, checked against the catalogue: every id exists, every number is
 * within its hard limits. Inputs only; the executor computes what follows from them.
 *
 * @param libraryHash of the catalogue it was checked against
 * @param drugId drug the protocol belongs to
 * @param weightG actual body weight, g
 * @param doseNgPerKg dose of the protocol, ng/kg
 * @param durationS duration of the protocol, s
 * @param concentrationNgPerMl drug in the syringe, ng/mL
 * @param loadedNl what was drawn into the syringe, nL
 */
public record OrderEntry(
    String libraryHash,
    String drugId,
    String protocolId,
    long weightG,
    long doseNgPerKg,
    long durationS,
    long concentrationNgPerMl,
    String syringeId,
    long loadedNl) {}
