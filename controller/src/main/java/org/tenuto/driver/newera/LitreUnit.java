package org.tenuto.driver.newera;

/**
 * The two units the driver uses with the pump: mL and µL, per hour for rates. The pump's per-minute
 * units are not used: staff must be able to compare the pump's display with the order.
 */
enum LitreUnit {
  /** Millilitres. */
  ML("ML", "MH", 1_000),
  /** Microlitres. */
  UL("UL", "UH", 1);

  /** Up to this diameter the pump counts volume in µL by default (user manual, VOL), µm. */
  private static final int MICROLITRE_UP_TO_UM = 14_000;

  private static final long NL_PER_ML = 1_000_000;

  final String volumeCode;
  final String rateCode;
  private final int nlPerThousandth;

  LitreUnit(String volumeCode, String rateCode, int nlPerThousandth) {
    this.volumeCode = volumeCode;
    this.rateCode = rateCode;
    this.nlPerThousandth = nlPerThousandth;
  }

  /** The unit that keeps most digits of a rate; mL/h where both keep the same. */
  static LitreUnit ofRate(long rateNlPerH) {
    return rateNlPerH < NL_PER_ML ? UL : ML;
  }

  /**
   * The unit of every volume with a syringe: the pump's own default for its diameter. One unit per
   * syringe, so that the pump's counter keeps its unit for a whole order.
   */
  static LitreUnit ofSyringe(int innerDiameterUm) {
    return innerDiameterUm <= MICROLITRE_UP_TO_UM ? UL : ML;
  }

  /** The highest tellable amount (nL or nL/h) that is not above {@code nl}. */
  long floorNl(long nl) {
    return NewEraNumber.floor(nl / nlPerThousandth) * nlPerThousandth;
  }

  /** Thousandths of this unit in an amount that is a whole number of them (nL or nL/h). */
  long thousandths(long nl) {
    return nl / nlPerThousandth;
  }

  /** The amount that so many thousandths of this unit make (nL or nL/h). */
  long nl(long thousandths) {
    return thousandths * nlPerThousandth;
  }
}
