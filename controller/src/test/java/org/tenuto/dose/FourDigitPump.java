package org.tenuto.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * A pump on paper that takes four digits and a point, at most three decimals, in mL and mL/h: up to
 * 9999. What most syringe pumps take, without being any of them.
 */
public class FourDigitPump implements PumpResolution {

  private static final int DIGITS = 4;
  private static final int MOST_PLACES = 3;

  private final FlowRate minimum;
  private final FlowRate maximum;

  /** The pump with limits of 0.1 to 1500 mL/h. */
  public FourDigitPump() {
    this(new FlowRate(100_000), new FlowRate(1_500_000_000));
  }

  FourDigitPump(FlowRate minimum, FlowRate maximum) {
    this.minimum = minimum;
    this.maximum = maximum;
  }

  @Override
  public FlowRate floorRate(BigDecimal mlPerH) {
    return FlowRate.floorMlPerH(floor(mlPerH));
  }

  @Override
  public Volume floorVolume(BigDecimal ml) {
    return Volume.floorMl(floor(ml));
  }

  @Override
  public FlowRate minimumRate() {
    return minimum;
  }

  @Override
  public FlowRate maximumRate() {
    return maximum;
  }

  @Override
  public String rateText(FlowRate rate) {
    return digits(rate.mlPerH()) + "MH";
  }

  @Override
  public String volumeText(Volume volume) {
    return digits(volume.ml()) + "ML";
  }

  private static String digits(BigDecimal value) {
    return value.setScale(places(value), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static BigDecimal floor(BigDecimal value) {
    return value.setScale(places(value), RoundingMode.FLOOR);
  }

  private static int places(BigDecimal value) {
    int integerDigits = Math.max(1, value.precision() - value.scale());
    return Math.clamp(DIGITS - integerDigits, 0, MOST_PLACES);
  }
}
