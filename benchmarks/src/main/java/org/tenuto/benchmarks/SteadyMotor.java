package org.tenuto.benchmarks;

import org.tenuto.driver.stepper.MotorLines;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Recording;
import org.tenuto.replay.TracedMotor;

/**
 * A motor that follows its steps at once, and its encoder, on lines without a kernel. Allocates
 * nothing. One thread.
 */
final class SteadyMotor implements SteadyPlant, MotorLines {

  private static final long UM_PER_MM = 1_000;

  private static final StepperBuild BUILD = StepperBuild.USUAL;

  private int outputs;
  private long steps;
  private long counts;
  private long nowNs;

  @Override
  public Pump driver(Recording recording) {
    return new StepperPump(new TracedMotor(this, recording), BUILD);
  }

  @Override
  public StepperBuild build() {
    return BUILD;
  }

  @Override
  public void live(long cycleNs) {
    nowNs = cycleNs;
  }

  @Override
  public boolean moving() {
    return steps > 0;
  }

  @Override
  public boolean lineIsQuiet() {
    return true;
  }

  @Override
  public void settle(long flowNlPerH, long cycleNs) {
    // It goes on as it is told: there is nothing here that a firmware would do.
  }

  @Override
  public boolean put(int levels) {
    if ((levels & ~outputs & STEP) != 0) {
      steps++;
    }
    outputs = levels;
    return true;
  }

  @Override
  public boolean nextEdge() {
    long travel = steps * BUILD.leadUm() * BUILD.encoderCountsPerMm();
    if (counts >= travel / (UM_PER_MM * BUILD.fullStepsPerTurn() * BUILD.microsteps())) {
      return false;
    }
    counts++;
    return true;
  }

  /** The tracks take turns. */
  @Override
  public int edgeInput() {
    return (counts & 1) == 1 ? ENCODER_A : ENCODER_B;
  }

  /** Two edges up, two down: forward. */
  @Override
  public boolean edgeActive() {
    return (counts & 3) == 1 || (counts & 3) == 2;
  }

  @Override
  public long edgeNs() {
    return nowNs;
  }

  @Override
  public int levels() {
    return 0;
  }

  @Override
  public boolean lost() {
    return false;
  }
}
