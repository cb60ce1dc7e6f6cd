package org.tenuto.driver.newera;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tenuto.quantity.FlowRate;

/**
 * A member of the pump family: how it names itself and how slow and fast its pusher goes.
 *
 * @param name name for people, e.g. {@code NE-1000}
 * @param versionPrefix what its reply to VER begins with, e.g. {@code NE1000}
 * @param slowestUmPerH slowest pusher speed, µm/h
 * @param fastestUmPerH fastest pusher speed, µm/h
 */
public record NewEraModel(
    String name, String versionPrefix, BigDecimal slowestUmPerH, BigDecimal fastestUmPerH) {

  /** Pusher 0.004205 cm/h to 5.1005 cm/min (NE-1000 user manual, section 12.5). */
  public static final NewEraModel NE_1000 =
      new NewEraModel("NE-1000", "NE1000", new BigDecimal("42.05"), new BigDecimal("3060300"));

  private static final BigDecimal QUARTER_PI = new BigDecimal("0.785398163397448309616");

  /** 1 nL is a cube of 100 µm: 10^6 µm³. */
  private static final int UM3_PER_NL_POWER = 6;

  /** The lowest rate with a syringe of this inner diameter (µm), rounded up to 1 nL/h. */
  FlowRate minimumRate(int innerDiameterUm) {
    return rate(innerDiameterUm, slowestUmPerH, RoundingMode.CEILING);
  }

  /** The highest rate with a syringe of this inner diameter (µm), rounded down to 1 nL/h. */
  FlowRate maximumRate(int innerDiameterUm) {
    return rate(innerDiameterUm, fastestUmPerH, RoundingMode.FLOOR);
  }

  private static FlowRate rate(int innerDiameterUm, BigDecimal umPerH, RoundingMode rounding) {
    BigDecimal diameterUm = BigDecimal.valueOf(innerDiameterUm);
    BigDecimal nlPerH =
        diameterUm
            .multiply(diameterUm)
            .multiply(QUARTER_PI)
            .multiply(umPerH)
            .movePointLeft(UM3_PER_NL_POWER);
    return new FlowRate(nlPerH.setScale(0, rounding).longValueExact());
  }
}
