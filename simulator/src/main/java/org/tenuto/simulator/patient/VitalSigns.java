package org.tenuto.simulator.patient;

import java.util.List;
import java.util.SplittableRandom;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * A person's vital signs of the present second: what they are at rest, what the drug makes of it,
 * and a slow wandering that nothing explains. One thread; a second allocates nothing.
 */
public final class VitalSigns {

  private static final Parameter WANDERING =
      Parameter.of(
          "wandering", "%", 3, 0, 10, Origin.CHOSEN, "of each sign at rest, either way, slowly");
  private static final Parameter MEMORY =
      Parameter.of("wandering, half in", "s", 60, 10, 600, Origin.CHOSEN, "how slowly it does");
  private static final Parameter OXYGEN_DELAY =
      Parameter.of("SpO2 delay", "s", 30, 5, 120, Origin.CHOSEN, "finger and reserve");

  /** All of its numbers. */
  public static final List<Parameter> PARAMETERS = List.of(WANDERING, MEMORY, OXYGEN_DELAY);

  private static final double KEPT = StrictMath.exp(-StrictMath.log(2) / MEMORY.usual());
  private static final double STEP = StrictMath.sqrt(1 - KEPT * KEPT);
  private static final double TOWARDS = 1 / OXYGEN_DELAY.usual();

  private final Vitality rest;
  private final SplittableRandom random;

  private double pressureWanders;
  private double heartWanders;
  private double breathWanders;

  private double systolicMmHg;
  private double diastolicMmHg;
  private double heartPerMin;
  private double breathsPerMin;
  private double spo2Percent;
  private int moaas;

  VitalSigns(Vitality rest, SplittableRandom random) {
    this.rest = rest;
    this.random = random;
    spo2Percent = rest.spo2Percent();
    second(0);
  }

  /** Lets a second pass at that concentration at the place of the effect, ng/mL. */
  void second(double ngPerMl) {
    pressureWanders = wandered(pressureWanders);
    heartWanders = wandered(heartWanders);
    breathWanders = wandered(breathWanders);
    systolicMmHg = rest.systolicMmHg() * (1 + pressureWanders) + Effects.systolicMmHg(ngPerMl);
    diastolicMmHg = rest.diastolicMmHg() * (1 + pressureWanders) + Effects.diastolicMmHg(ngPerMl);
    heartPerMin = rest.heartPerMin() * (1 + heartWanders) * Effects.heart(ngPerMl);
    breathsPerMin = rest.breathsPerMin() * (1 + breathWanders) * Effects.breath(ngPerMl);
    double settles = rest.spo2Percent() - Effects.desaturationPercent(breathsPerMin);
    spo2Percent += TOWARDS * (Math.max(0, settles) - spo2Percent);
    moaas = Effects.moaas(ngPerMl);
  }

  /** A step of a walk that is pulled back, and kept within its most. */
  private double wandered(double before) {
    double most = WANDERING.usual() / 100;
    double step = STEP * most * (2 * random.nextDouble() - 1);
    return Math.clamp(KEPT * before + step, -most, most);
  }

  /** Systolic blood pressure, mmHg. */
  public double systolicMmHg() {
    return systolicMmHg;
  }

  /** Diastolic blood pressure, mmHg. */
  public double diastolicMmHg() {
    return diastolicMmHg;
  }

  /** Heart rate, /min. */
  public double heartPerMin() {
    return heartPerMin;
  }

  /** Breaths, /min. */
  public double breathsPerMin() {
    return breathsPerMin;
  }

  /** Oxygen saturation, %. */
  public double spo2Percent() {
    return spo2Percent;
  }

  /** Sedation, MOAA/S: 5 awake, 0 no answer to pain. */
  public int moaas() {
    return moaas;
  }
}
