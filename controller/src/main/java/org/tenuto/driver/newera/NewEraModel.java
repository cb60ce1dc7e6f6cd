package org.tenuto.driver.newera;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenuto.quantity.FlowRate;

/**
 * A member of the pump family: how it is called and how slow and fast its pusher may be driven.
 *
 * <p>Only the NE-1000's own speeds have a source: its user manual, section 12.5. The others are
 * driven within the same bounds. What is faster than that is then not used to the full; what is
 * slower answers {@code ?OOR} to a rate it can't run, and the delivery is refused before RUN.
 *
 * @param code name in the configuration, e.g. {@code ne1000}
 * @param name name for people, e.g. {@code NE-1000}
 * @param reportedName what its reply to VER begins with, before the firmware's V or X
 * @param slowestUmPerH slowest pusher speed, µm/h
 * @param fastestUmPerH fastest pusher speed, µm/h
 */
public record NewEraModel(
    String code,
    String name,
    String reportedName,
    BigDecimal slowestUmPerH,
    BigDecimal fastestUmPerH) {

  /** Pusher 0.004205 cm/h to 5.1005 cm/min (NE-1000 user manual, section 12.5). */
  public static final NewEraModel NE_1000 =
      new NewEraModel(
          "ne1000", "NE-1000", "NE1000", new BigDecimal("42.05"), new BigDecimal("3060300"));

  private static final List<NewEraModel> ALL =
      List.of(
          NE_1000.bounding("ne300", "NE-300", "NE300"),
          NE_1000.bounding("ne500", "NE-500", "NE500"),
          NE_1000,
          NE_1000.bounding("ne1600", "NE-1600", "NE1600"),
          NE_1000.bounding("ne4000", "NE-4000", "NE4000"));

  private static final BigDecimal QUARTER_PI = new BigDecimal("0.785398163397448309616");

  /** 1 nL is a cube of 100 µm: 10^6 µm³. */
  private static final int UM3_PER_NL_POWER = 6;

  /** Names of all models, as the configuration has them. */
  public static Set<String> codes() {
    return ALL.stream().map(NewEraModel::code).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The model of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static NewEraModel of(String code) {
    return ALL.stream()
        .filter(model -> model.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pump model '" + code + "': expected one of " + codes()));
  }

  /** Another model, driven within the bounds of this one. */
  private NewEraModel bounding(String otherCode, String otherName, String otherReportedName) {
    return new NewEraModel(otherCode, otherName, otherReportedName, slowestUmPerH, fastestUmPerH);
  }

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
