package org.tenuto.benchmarks;

import org.HdrHistogram.Histogram;
import org.tenuto.driver.stepper.MotorLines;
import org.tenuto.driver.stepper.StepperBuild;

/**
 * Lines that note when STEP rises, before a motor that follows at once: there is no hardware here.
 * Loop thread only; allocates nothing.
 */
final class RecordingLines implements MotorLines {

  private static final long LONGEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final long UM_PER_MM = 1_000;

  private final StepperBuild build;
  private final Histogram latenessNs = new Histogram(LONGEST_NS, DIGITS);
  private final Histogram intervalErrorNs = new Histogram(LONGEST_NS, DIGITS);
  private int outputs;
  private long steps;
  private long counts;
  private boolean active;
  private int input;
  private boolean recording;
  private long cycleNs;
  private long lastEdgeNs;
  private long lastCycleNs;

  RecordingLines(StepperBuild build) {
    this.build = build;
  }

  /** A cycle begins; what rises in it should have risen at its deadline. */
  void cycle(long deadlineNs, boolean record) {
    cycleNs = deadlineNs;
    if (!record) {
      lastEdgeNs = 0;
    }
    recording = record;
  }

  @Override
  public boolean put(int levels) {
    if ((levels & ~outputs & STEP) != 0) {
      steps++;
      note(System.nanoTime());
    }
    outputs = levels;
    return true;
  }

  private void note(long nowNs) {
    if (!recording) {
      return;
    }
    latenessNs.recordValue(Math.min(LONGEST_NS, Math.max(0, nowNs - cycleNs)));
    if (lastEdgeNs != 0) {
      long errorNs = Math.abs((nowNs - lastEdgeNs) - (cycleNs - lastCycleNs));
      intervalErrorNs.recordValue(Math.min(LONGEST_NS, errorNs));
    }
    lastEdgeNs = nowNs;
    lastCycleNs = cycleNs;
  }

  @Override
  public boolean nextEdge() {
    long travel = steps * build.leadUm() * build.encoderCountsPerMm();
    if (counts >= travel / (UM_PER_MM * build.fullStepsPerTurn() * build.microsteps())) {
      return false;
    }
    counts++;
    input = (counts & 1) == 1 ? ENCODER_A : ENCODER_B;
    active = (counts & 3) == 1 || (counts & 3) == 2;
    return true;
  }

  @Override
  public int edgeInput() {
    return input;
  }

  @Override
  public boolean edgeActive() {
    return active;
  }

  @Override
  public long edgeNs() {
    return cycleNs;
  }

  @Override
  public int levels() {
    return 0;
  }

  @Override
  public boolean lost() {
    return false;
  }

  /** How long after its cycle's deadline an edge rose. */
  Histogram latenessNs() {
    return latenessNs;
  }

  /** How far the time between two edges was from what was planned, either way. */
  Histogram intervalErrorNs() {
    return intervalErrorNs;
  }
}
