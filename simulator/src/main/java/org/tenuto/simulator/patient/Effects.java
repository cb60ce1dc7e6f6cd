package org.tenuto.simulator.patient;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * What a concentration at the place of the effect does. Each effect rises from nothing to its most,
 * half of it at its own concentration. Pure.
 */
public final class Effects {

  private static final Parameter PRESSURE_HALF =
      half("pressure, half at", 350, "fits the means of Yale 2024 at 40 min with both mosts");
  private static final Parameter SYSTOLIC_MOST =
      most("systolic, most", "mmHg", 40, "+16.0 mmHg at 40 min of 0.5 mg/kg (Yale 2024)");
  private static final Parameter DIASTOLIC_MOST =
      most("diastolic, most", "mmHg", 27.5, "+11.0 mmHg at 40 min of 0.5 mg/kg (Yale 2024)");
  private static final Parameter HEART_HALF =
      half("heart, half at", 1_000, "little at a usual dose");
  private static final Parameter HEART_MOST =
      Parameter.of(
          "heart, most",
          "%",
          43.5,
          0,
          100,
          Origin.PUBLISHED,
          "largest rise, anaesthetic S-ketamine (Långsjö 2005)");
  private static final Parameter BREATH_HALF = half("breath, half at", 1_500, "cubed: late");
  private static final Parameter BREATH_MOST =
      most("breath, most", "%", 70, "fewer breaths; a low dose hardly does it");
  private static final Parameter DESATURATION =
      most("SpO2 for a missing breath", "%", 2.5, "below 10 breaths a minute, for each");

  /** Concentrations from which a person is that far away; below the first, MOAA/S 5. */
  private static final Parameter[] SEDATION = {
    moaas(4, 350, Origin.CHOSEN, "drowsy"),
    moaas(3, 500, Origin.CHOSEN, "answers when called loudly"),
    moaas(2, 700, Origin.CHOSEN, "people wake at 640 to 750 (Idvall 1979; Herd 2007)"),
    moaas(1, 950, Origin.CHOSEN, "half-way to the next"),
    moaas(0, 1_200, Origin.PUBLISHED, "general anaesthesia, 1200 to 2400 (Zanos 2018)")
  };

  /** All of them. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          PRESSURE_HALF,
          SYSTOLIC_MOST,
          DIASTOLIC_MOST,
          HEART_HALF,
          HEART_MOST,
          BREATH_HALF,
          BREATH_MOST,
          DESATURATION,
          SEDATION[0],
          SEDATION[1],
          SEDATION[2],
          SEDATION[3],
          SEDATION[4]);

  private static final double EASY_BREATHS_PER_MIN = 10;

  private Effects() {}

  private static Parameter half(String name, double ngPerMl, String note) {
    return Parameter.of(name, "ng/mL", ngPerMl, 50, 5_000, Origin.CHOSEN, note);
  }

  private static Parameter most(String name, String unit, double usual, String note) {
    return Parameter.of(name, unit, usual, 0, 100, Origin.CHOSEN, note);
  }

  private static Parameter moaas(int score, double ngPerMl, Origin origin, String note) {
    return Parameter.of("MOAA/S " + score + " from", "ng/mL", ngPerMl, 100, 3_000, origin, note);
  }

  /** Rise of the systolic pressure, mmHg. */
  static double systolicMmHg(double ngPerMl) {
    return SYSTOLIC_MOST.usual() * share(ngPerMl, PRESSURE_HALF);
  }

  /** Rise of the diastolic pressure, mmHg. */
  static double diastolicMmHg(double ngPerMl) {
    return DIASTOLIC_MOST.usual() * share(ngPerMl, PRESSURE_HALF);
  }

  /** Factor on the heart rate. */
  static double heart(double ngPerMl) {
    return 1 + HEART_MOST.usual() / 100 * share(ngPerMl, HEART_HALF);
  }

  /** Factor on the breaths. */
  static double breath(double ngPerMl) {
    double ratio = ngPerMl / BREATH_HALF.usual();
    double cubed = ratio * ratio * ratio;
    return 1 - BREATH_MOST.usual() / 100 * cubed / (1 + cubed);
  }

  /** What the oxygen saturation settles below its rest, %. */
  static double desaturationPercent(double breathsPerMin) {
    return DESATURATION.usual() * Math.max(0, EASY_BREATHS_PER_MIN - breathsPerMin);
  }

  /** Sedation: MOAA/S 5 (awake) to 0. */
  static int moaas(double ngPerMl) {
    int score = 5;
    for (Parameter from : SEDATION) {
      score -= ngPerMl >= from.usual() ? 1 : 0;
    }
    return score;
  }

  private static double share(double ngPerMl, Parameter half) {
    return ngPerMl / (ngPerMl + half.usual());
  }
}
