package org.tenuto.dose;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.InfusionTime;

/**
 * A way of giving a drug: a program of phases, and how far an order may depart from it.
 *
 * @param id as in {@link Order#protocolId()}; unique in the whole library
 * @param name for people
 * @param indications what it is for, at least one
 * @param phases the program given by default, at least one phase
 * @param dose the whole order's dose by dosing weight; its typical value is what the phases make
 * @param doseRate of each phase that is no bolus
 * @param bolus limits of bolus phases; null if there may be none
 * @param time the whole order's infusion time; its typical value is what the phases take
 * @param total the whole order's drug, whatever the weight
 * @param session drug by dosing weight in one session, this order and those before it
 * @param day drug by dosing weight in any 24 hours
 * @param evidence how well the program is founded
 * @param source citation
 */
public record Protocol(
    String id,
    String name,
    List<String> indications,
    List<OrderPhase> phases,
    Limit<DosePerWeight> dose,
    Limit<DoseRate> doseRate,
    @Nullable BolusLimits bolus,
    Limit<InfusionTime> time,
    Cap<DrugAmount> total,
    Cap<DosePerWeight> session,
    Cap<DosePerWeight> day,
    Evidence evidence,
    String source) {

  /**
   * Limits of a bolus phase.
   *
   * @param dose drug by dosing weight in one bolus
   * @param rate its dose rate
   */
  public record BolusLimits(Limit<DosePerWeight> dose, Limit<DoseRate> rate) {}

  public Protocol {
    indications = List.copyOf(indications);
    phases = List.copyOf(phases);
  }

  /** Whether it may be ordered: neither its program nor any limit of it is unverified. */
  public boolean enabled() {
    return Stream.of(
                evidence,
                dose.evidence(),
                doseRate.evidence(),
                time.evidence(),
                total.evidence(),
                session.evidence(),
                day.evidence())
            .noneMatch(found -> found == Evidence.UNVERIFIED)
        && (bolus == null
            || (bolus.dose().evidence() != Evidence.UNVERIFIED
                && bolus.rate().evidence() != Evidence.UNVERIFIED));
  }
}
