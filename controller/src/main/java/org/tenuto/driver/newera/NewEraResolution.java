package org.tenuto.driver.newera;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tenuto.dose.PumpResolution;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * What an NE-1000 can be told with one syringe: four digits of mL/h or µL/h, four digits of mL or
 * µL. Rounds down only. Rates of 1 mL/h and more are told in mL/h, lower ones in µL/h. Volumes are
 * told in the pump's default unit for the syringe (µL up to 14 mm, mL above), so that one order has
 * one volume unit and its counter never changes scale. Immutable.
 */
public final class NewEraResolution implements PumpResolution {

  private static final int SMALLEST_DIAMETER_UM = 100;
  private static final int LARGEST_DIAMETER_UM = 50_000;
  private static final int NL_PER_ML_POWER = 6;

  private final LitreUnit volumeUnit;
  private final FlowRate minimumRate;
  private final FlowRate maximumRate;

  /**
   * The resolution of one pump with one syringe.
   *
   * @param innerDiameterUm inner diameter of the syringe, 100 to 50,000 µm, in four digits
   */
  public NewEraResolution(NewEraModel model, int innerDiameterUm) {
    if (!takesDiameter(innerDiameterUm)) {
      throw new IllegalArgumentException(
          "inner diameter " + innerDiameterUm + " um: expected 100 to 50000, four digits");
    }
    this.volumeUnit = LitreUnit.ofSyringe(innerDiameterUm);
    this.minimumRate = model.minimumRate(innerDiameterUm);
    this.maximumRate = model.maximumRate(innerDiameterUm);
  }

  /** Whether the pump can be told this inner diameter (µm) exactly. */
  static boolean takesDiameter(int innerDiameterUm) {
    return innerDiameterUm >= SMALLEST_DIAMETER_UM
        && innerDiameterUm <= LARGEST_DIAMETER_UM
        && NewEraNumber.tellable(innerDiameterUm);
  }

  @Override
  public FlowRate floorRate(BigDecimal mlPerH) {
    long nlPerH = floorNl(mlPerH);
    return new FlowRate(LitreUnit.ofRate(nlPerH).floorNl(nlPerH));
  }

  @Override
  public Volume floorVolume(BigDecimal ml) {
    return new Volume(volumeUnit.floorNl(floorNl(ml)));
  }

  @Override
  public FlowRate minimumRate() {
    return minimumRate;
  }

  @Override
  public FlowRate maximumRate() {
    return maximumRate;
  }

  @Override
  public String rateText(FlowRate rate) {
    LitreUnit unit = LitreUnit.ofRate(rate.nlPerH());
    return text(unit, rate.nlPerH(), "flow rate", "nL/h") + unit.rateCode;
  }

  @Override
  public String volumeText(Volume volume) {
    return text(volumeUnit, volume.nl(), "volume", "nL") + volumeUnit.volumeCode;
  }

  private static String text(LitreUnit unit, long nl, String what, String unitText) {
    if (unit.floorNl(nl) != nl) {
      throw new IllegalArgumentException(
          what + " " + nl + " " + unitText + ": expected one the pump can be told exactly");
    }
    return NewEraNumber.text(unit.thousandths(nl));
  }

  /** Down to 1 nL; below 0 is 0, beyond what a long holds is capped far above any pump. */
  private static long floorNl(BigDecimal ml) {
    BigDecimal nl = ml.movePointRight(NL_PER_ML_POWER).setScale(0, RoundingMode.FLOOR);
    return nl.max(BigDecimal.ZERO).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}
