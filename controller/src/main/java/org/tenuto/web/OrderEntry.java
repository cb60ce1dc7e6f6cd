package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.WeightBasis;

/**
 * An order as staff entered it, checked against the catalogue: every id exists, the weight is
 * within its hard limits, every number is one. Inputs only; the executor computes what follows from
 * them and holds it against all other limits.
 *
 * @param libraryHash of the catalogue it was checked against
 * @param drugId drug the protocol belongs to
 * @param patient whom it is for
 * @param weightBasis which weight doses per kg are multiplied by
 * @param phases as entered, or those of the protocol
 * @param concentrationNgPerMl drug in the syringe, ng/mL
 * @param loadedNl what was drawn into the syringe, nL
 * @param intensiveMonitoring staff attest intensive monitoring
 * @param newPatient whether the doses this device gave before were another person's
 * @param declaredDoses given elsewhere, as staff know them
 */
public record OrderEntry(
    String libraryHash,
    String drugId,
    String protocolId,
    Patient patient,
    WeightBasis weightBasis,
    List<OrderPhase> phases,
    long concentrationNgPerMl,
    String syringeId,
    long loadedNl,
    boolean intensiveMonitoring,
    boolean newPatient,
    List<PriorDose> declaredDoses) {

  public OrderEntry {
    phases = List.copyOf(phases);
    declaredDoses = List.copyOf(declaredDoses);
  }
}
