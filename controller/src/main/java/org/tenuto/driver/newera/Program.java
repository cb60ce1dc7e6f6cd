package org.tenuto.driver.newera;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.pump.PumpCommand;

/**
 * Everything the pump is told and asked before RUN: diameter, counter, phase 1 = this rate until
 * this volume, phase 2 = stop. Made once; its figures are rewritten for each delivery.
 */
final class Program {

  private final NewEraModel model;
  private final Figure diameter = new Figure("DIA");
  private final Figure rate = new Figure("RAT");
  private final Figure volume = new Figure("VOL");
  private final Frame volumeUnit = new Frame();
  private final Step counterAtZero;
  private final Script first;
  private final Script next;

  private int limitsOfDiameterUm;
  private long slowestNlPerH;
  private long fastestNlPerH;

  Program(NewEraModel model, VolumeCounter counter) {
    this.model = model;
    counterAtZero = counter.readZero();
    List<Step> phases = phases();
    first =
        script(
            List.of(
                diameter.set(),
                diameter.readBack(),
                Step.of("CLDINF", Answer.TAKEN),
                counterAtZero),
            phases);
    // Setting the diameter clears the counter: within an order it is only checked.
    next = script(List.of(diameter.readBack(), counter.read()), phases);
  }

  /**
   * Takes the figures of a delivery.
   *
   * @return false if the pump can't be told one of them exactly, or if the rate is beyond its
   *     model; a volume of 0, to the pump without end, can't be permitted
   */
  boolean take(PumpCommand.Deliver deliver) {
    int diameterUm = deliver.syringeInnerDiameterUm();
    long rateNlPerH = deliver.permitted().rate().nlPerH();
    long volumeNl = deliver.permitted().volume().nl();
    LitreUnit rateIn = LitreUnit.ofRate(rateNlPerH);
    LitreUnit volumeIn = LitreUnit.ofSyringe(diameterUm);
    if (!NewEraResolution.takesDiameter(diameterUm)
        || !isWithinLimits(rateNlPerH, diameterUm)
        || rateIn.floorNl(rateNlPerH) != rateNlPerH
        || volumeIn.floorNl(volumeNl) != volumeNl) {
      return false;
    }
    // µm are thousandths of the millimetres the pump is told.
    diameter.tell(diameterUm, "");
    rate.tell(rateIn.thousandths(rateNlPerH), rateIn.rateCode);
    volume.tellNumber(volumeIn.thousandths(volumeNl), "", volumeIn.volumeCode);
    volumeUnit.tell("VOL", volumeIn.volumeCode);
    return true;
  }

  /** Allocates when the syringe is another than before. */
  private boolean isWithinLimits(long rateNlPerH, int diameterUm) {
    if (diameterUm != limitsOfDiameterUm) {
      limitsOfDiameterUm = diameterUm;
      slowestNlPerH = model.minimumRate(diameterUm).nlPerH();
      fastestNlPerH = model.maximumRate(diameterUm).nlPerH();
    }
    return rateNlPerH >= slowestNlPerH && rateNlPerH <= fastestNlPerH;
  }

  /** The script of this delivery, from its beginning. */
  Script script(boolean firstOfOrder) {
    Script script = firstOfOrder ? first : next;
    script.restart();
    return script;
  }

  /** Whether this step's answer says that the counter now counts this order. */
  boolean clearsCounter(Step answered) {
    return answered == counterAtZero;
  }

  private List<Step> phases() {
    return List.of(
        Step.of("PHN1", Answer.TAKEN),
        Step.of("PHN", Answer.number(1)),
        Step.of("FUNRAT", Answer.TAKEN),
        Step.of("FUN", Answer.exactly("RAT")),
        rate.set(),
        rate.readBack(),
        Step.of(volumeUnit, Answer.TAKEN),
        volume.set(),
        volume.readBack(),
        Step.of("DIRINF", Answer.TAKEN),
        Step.of("DIR", Answer.exactly("INF")),
        Step.of("PHN2", Answer.TAKEN),
        Step.of("PHN", Answer.number(2)),
        Step.of("FUNSTP", Answer.TAKEN),
        Step.of("FUN", Answer.exactly("STP")),
        Step.of("PHN1", Answer.TAKEN),
        Step.of("PHN", Answer.number(1)));
  }

  private static Script script(List<Step> opening, List<Step> phases) {
    List<Step> steps = new ArrayList<>(opening);
    steps.addAll(phases);
    return new Script(steps);
  }
}
