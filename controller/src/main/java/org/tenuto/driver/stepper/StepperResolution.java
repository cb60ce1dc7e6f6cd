package org.tenuto.driver.stepper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tenuto.dose.PumpResolution;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * What a stepper can be told with one syringe: any whole nL/h, and as much volume as whole
 * microsteps make, rounded up to 1 nL so that the last of them still fits. Rounds down only.
 * Immutable.
 */
public final class StepperResolution implements PumpResolution {

  private static final int NL_PER_ML_POWER = 6;
  private static final long S_PER_H = 3_600;

  /** Slower, the flow comes in drops a minute apart (our design): one microstep a minute. */
  private static final long LEAST_STEPS_PER_H = 60;

  /** More than any syringe holds; so that no figure of a mistyped order leaves its bounds. */
  private static final long MOST_NL = 1_000_000_000_000L;

  private final StepperBuild build;
  private final int innerDiameterUm;
  private final StepVolume step;

  /**
   * The resolution of one build with one syringe.
   *
   * @param innerDiameterUm inner diameter of the syringe, 1,000 to 50,000 µm
   */
  public StepperResolution(StepperBuild build, int innerDiameterUm) {
    this.build = build;
    this.innerDiameterUm = innerDiameterUm;
    step = new StepVolume(build, innerDiameterUm);
  }

  @Override
  public FlowRate floorRate(BigDecimal mlPerH) {
    return new FlowRate(floorNl(mlPerH));
  }

  @Override
  public Volume floorVolume(BigDecimal ml) {
    return new Volume(step.ceilNl(step.stepsWithin(floorNl(ml))));
  }

  @Override
  public FlowRate minimumRate() {
    return new FlowRate(step.ceilNl(LEAST_STEPS_PER_H));
  }

  @Override
  public FlowRate maximumRate() {
    return new FlowRate(step.floorNl(build.fastestStepsPerS() * S_PER_H));
  }

  /** Names the most microsteps a step that carry it; the board's switches are set by hand. */
  @Override
  public String remedy(BigDecimal mlPerH) {
    for (int fewer = build.microsteps() / 2; fewer > 0; fewer /= 2) {
      var coarser = new StepperResolution(build.withMicrosteps(fewer), innerDiameterUm);
      if (mlPerH.compareTo(coarser.maximumRate().mlPerH()) <= 0) {
        return "; it needs " + (fewer == 1 ? "full steps" : "1/" + fewer + " steps");
      }
    }
    return "; no microsteps are coarse enough: it needs a wider syringe or a longer lead";
  }

  @Override
  public String rateText(FlowRate rate) {
    return rate.text();
  }

  @Override
  public String volumeText(Volume volume) {
    long steps = step.stepsWithin(volume.nl());
    if (step.ceilNl(steps) != volume.nl()) {
      throw new IllegalArgumentException(
          "volume " + volume.nl() + " nL: expected one that whole microsteps make");
    }
    return steps + " steps";
  }

  /** Down to 1 nL; below 0 is 0, beyond any syringe is capped. */
  private static long floorNl(BigDecimal ml) {
    BigDecimal nl = ml.movePointRight(NL_PER_ML_POWER).setScale(0, RoundingMode.FLOOR);
    return nl.max(BigDecimal.ZERO).min(BigDecimal.valueOf(MOST_NL)).longValueExact();
  }
}
