package org.tenuto.dose;

import java.util.List;
import org.tenuto.pk.CeilingLookAhead;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Ratio;

/**
 * Holds a protocol's own default program against its own limits: a library that would have to
 * refuse what it offers does not load.
 */
final class ProgramCheck {

  private ProgramCheck() {}

  /** Adds a fault for whatever the program of a sound table passes. */
  static void check(LibraryTable table, Protocol protocol, DrugEntry drug) {
    BodyWeight typical = drug.weight().typical();
    ExactDose exact = exact(protocol, drug, typical);
    DosePerWeight dose = protocol.dose().typical();
    table.require(
        exact.doseMgPerKg().compareTo(dose.mgPerKg()) == 0,
        "dose",
        "typical what the phases make at " + typical.text());
    InfusionTime time = new InfusionTime(exact.durationS());
    table.require(
        time.equals(protocol.time().typical()), "duration", "typical " + time.text() + ", the phases");
    Findings findings = new Findings();
    DoseLimits.checkWhole(exact, protocol, findings);
    PhaseLimits.check(exact, drug, protocol, true, findings);
    DoseLimits.checkCumulative(List.of(), exact, drug, protocol, findings);
    boolean predictable = exact.durationS() <= CeilingPlan.LONGEST_S;
    table.require(predictable, "phase", "at most 24 h in all, which is looked ahead over");
    // A program that breaks its dose limits is predicted once it keeps them.
    if (protocol.enabled() && predictable && findings.list().isEmpty()) {
      checkCeiling(protocol, drug, findings);
    }
    for (Finding finding : findings.list()) {
      table.require(false, "phase", "a program within its own limits; " + finding.text());
    }
  }

  /** At the lowest, the usual and the highest weight that needs no second person. */
  private static void checkCeiling(Protocol protocol, DrugEntry drug, Findings findings) {
    Bounds<BodyWeight> soft = drug.weight().soft();
    for (BodyWeight weight : List.of(soft.lowest(), drug.weight().typical(), soft.highest())) {
      CeilingLookAhead lookAhead =
          CeilingPlan.lookAhead(drug, weight, exact(protocol, drug, weight));
      while (!lookAhead.advance(Integer.MAX_VALUE)) {
        // One slice of all there is.
      }
      CeilingCheck.judge(CeilingCheck.predictions(lookAhead), drug, findings);
    }
  }

  private static ExactDose exact(Protocol protocol, DrugEntry drug, BodyWeight weight) {
    return DoseCalculator.exact(
        Ratio.of(weight.kg()), protocol.phases(), drug.concentrations().getFirst());
  }
}
