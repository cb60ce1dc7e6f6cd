package org.tenuto.dose;

import org.tenuto.dose.Finding.Severity;

/**
 * Every reason the guardrail can give, with what it means for the order. The names are stable: they
 * go into records, telemetry and the {@code dose} command's output.
 */
public enum ReasonCode {
  /** The order was made from another drug library than the one in force. */
  LIBRARY_HASH_UNKNOWN(Severity.HARD),
  /** No such drug in the library. */
  DRUG_UNKNOWN(Severity.HARD),
  /** No such protocol of that drug. */
  PROTOCOL_UNKNOWN(Severity.HARD),
  /** The protocol's numbers are not verified. */
  PROTOCOL_DISABLED(Severity.HARD),
  /** The protocol's numbers were found only in a text about their source. */
  PROTOCOL_FROM_SECONDARY_SOURCE(Severity.NOTE),
  /** The drug may not be given at that concentration. */
  CONCENTRATION_UNKNOWN(Severity.HARD),
  /** No such syringe in the catalogue. */
  SYRINGE_UNKNOWN(Severity.HARD),
  /** The syringe's diameter is not well enough known. */
  SYRINGE_APPROXIMATE(Severity.HARD),
  /** Nobody is named as having ordered. */
  STAFF_MISSING(Severity.HARD),
  /** A number no order can have: 0, negative, or beyond what can be entered. */
  NUMBER_NOT_PLAUSIBLE(Severity.HARD),
  /** The dosing weight needs height and sex, and they were not entered. */
  BODY_SIZE_MISSING(Severity.HARD),
  /** Height below what the formula of the dosing weight was made for. */
  HEIGHT_BELOW_FORMULA_RANGE(Severity.HARD),
  /** The dosing weight is more than the person weighs. */
  DOSING_WEIGHT_ABOVE_ACTUAL(Severity.SOFT),
  /** The weight looks like pounds entered as kilograms. */
  WEIGHT_MAY_BE_POUNDS(Severity.SOFT),
  /** A bolus phase in an order of a protocol that has none. */
  BOLUS_NOT_ALLOWED(Severity.HARD),
  /** A taper phase whose dose rate is not below that of the phase before. */
  TAPER_NOT_LOWER(Severity.HARD),
  /** Body weight below the hard limit. */
  WEIGHT_BELOW_HARD_LIMIT(Severity.HARD),
  /** Body weight above the hard limit. */
  WEIGHT_ABOVE_HARD_LIMIT(Severity.HARD),
  /** Body weight below the soft limit. */
  WEIGHT_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Body weight above the soft limit. */
  WEIGHT_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Dose below the protocol's hard limit. */
  DOSE_BELOW_HARD_LIMIT(Severity.HARD),
  /** Dose above the protocol's hard limit. */
  DOSE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** Dose below the protocol's soft limit. */
  DOSE_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Dose above the protocol's soft limit. */
  DOSE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Infusion time below the protocol's minimum. */
  DURATION_BELOW_MINIMUM(Severity.HARD),
  /** Infusion time above the protocol's maximum. */
  DURATION_ABOVE_MAXIMUM(Severity.HARD),
  /** Infusion time below the protocol's soft limit. */
  DURATION_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Infusion time above the protocol's soft limit. */
  DURATION_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Dose rate below the protocol's hard limit. */
  DOSE_RATE_BELOW_HARD_LIMIT(Severity.HARD),
  /** Dose rate below the protocol's soft limit. */
  DOSE_RATE_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Dose rate above the protocol's soft limit. */
  DOSE_RATE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Dose rate above the protocol's hard limit. */
  DOSE_RATE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** Bolus dose below the protocol's hard limit. */
  BOLUS_DOSE_BELOW_HARD_LIMIT(Severity.HARD),
  /** Bolus dose below the protocol's soft limit. */
  BOLUS_DOSE_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Bolus dose above the protocol's soft limit. */
  BOLUS_DOSE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Bolus dose above the protocol's hard limit. */
  BOLUS_DOSE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** Dose rate of a bolus below the protocol's hard limit. */
  BOLUS_RATE_BELOW_HARD_LIMIT(Severity.HARD),
  /** Dose rate of a bolus below the protocol's soft limit. */
  BOLUS_RATE_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Dose rate of a bolus above the protocol's soft limit. */
  BOLUS_RATE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Dose rate of a bolus above the protocol's hard limit. */
  BOLUS_RATE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** Drug of the whole order above the protocol's soft limit, whatever the weight. */
  TOTAL_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Drug of the whole order above the protocol's hard limit, whatever the weight. */
  TOTAL_ABOVE_HARD_LIMIT(Severity.HARD),
  /** This order and those before it in the session are above the soft limit. */
  SESSION_DOSE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** This order and those before it in the session are above the hard limit. */
  SESSION_DOSE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** This whole order and all doses of the 24 h before it are above the soft limit. */
  DAY_DOSE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** This whole order and all doses of the 24 h before it are above the hard limit. */
  DAY_DOSE_ABOVE_HARD_LIMIT(Severity.HARD),
  /** A dose of another drug within 24 h: what both make together is not known. */
  PRIOR_DOSE_OF_OTHER_DRUG(Severity.HARD),
  /** Dose rate that needs attested intensive monitoring. */
  INTENSIVE_MONITORING_NOT_ATTESTED(Severity.HARD),
  /** Concentration that a second person must check. */
  CONCENTRATION_NEEDS_SECOND_PERSON(Severity.SOFT),
  /** Flow rate below the drug's soft limit. */
  FLOW_RATE_BELOW_SOFT_LIMIT(Severity.SOFT),
  /** Flow rate above the drug's soft limit. */
  FLOW_RATE_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** Flow rate below the drug's lowest. */
  FLOW_RATE_BELOW_DRUG_LIMIT(Severity.HARD),
  /** Flow rate above the drug's highest. */
  FLOW_RATE_ABOVE_DRUG_LIMIT(Severity.HARD),
  /** Flow rate below what the pump runs with this syringe. */
  FLOW_RATE_BELOW_PUMP_MINIMUM(Severity.HARD),
  /** Flow rate above what the pump runs with this syringe. */
  FLOW_RATE_ABOVE_PUMP_MAXIMUM(Severity.HARD),
  /** Volume more than any syringe holds. */
  VOLUME_BEYOND_ANY_SYRINGE(Severity.HARD),
  /** Flow rate or volume below the pump's smallest increment. */
  BELOW_PUMP_RESOLUTION(Severity.HARD),
  /** What the pump can do is more than 1 % from what was ordered. */
  ACHIEVED_DOSE_OFF(Severity.HARD),
  /** The flow rate the pump can do is more than 1 % from what was ordered. */
  ACHIEVED_RATE_OFF(Severity.HARD),
  /** The pump's number format came out above the order, which it never may. */
  PUMP_ROUNDED_UP(Severity.HARD),
  /** More loaded than the syringe holds. */
  LOADED_ABOVE_CAPACITY(Severity.HARD),
  /** Volume and dead volume together are more than what is loaded. */
  VOLUME_BEYOND_LOADED(Severity.HARD),
  /** A change to a volume of the running phase that may be delivered already. */
  CHANGE_BELOW_DELIVERED(Severity.HARD),
  /** A model predicts more than the drug's soft ceiling. */
  PREDICTED_CONCENTRATION_ABOVE_SOFT_LIMIT(Severity.SOFT),
  /** A model predicts more than the drug's hard ceiling. */
  PREDICTED_CONCENTRATION_ABOVE_HARD_LIMIT(Severity.HARD),
  /** The concentrations the order leads to were not predicted. */
  CEILING_NOT_EVALUATED(Severity.HARD),
  /** A soft limit is passed and no reason was given for passing it. */
  SOFT_LIMIT_NOT_OVERRIDDEN(Severity.HARD),
  /** A soft limit is passed and no second person checked. */
  SECOND_PERSON_MISSING(Severity.HARD),
  /** A soft limit is passed and the second person is the first. */
  SECOND_PERSON_IS_FIRST(Severity.HARD),
  /** There is more to say than one read-back holds. */
  MORE_FINDINGS(Severity.HARD);

  private final Severity severity;

  ReasonCode(Severity severity) {
    this.severity = severity;
  }

  /** What it means for the order. */
  public Severity severity() {
    return severity;
  }

  /**
   * The finding, with one line for staff.
   *
   * @param text the thing, its value and what was expected
   */
  Finding finding(String text) {
    return new Finding(name(), severity, text);
  }
}
