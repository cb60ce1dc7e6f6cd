package org.tenuto.driver.stepper;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A motor with its screw and encoder behind the lines, written from the wiring alone: a rising edge
 * of STEP with ENABLE on turns it, and the encoder's tracks follow the travel.
 */
final class FakeMotor implements MotorLines {

  /** Tracks A and B of the four quarters of an encoder's period, forward. */
  private static final int[] QUARTERS = {0, 1, 3, 2};

  private record Edge(int input, boolean active) {}

  private final StepperBuild build;
  private final Queue<Edge> edges = new ArrayDeque<>();
  private Edge taken = new Edge(0, false);
  private long counts;
  private int endLevels;

  /** What the outputs were put to last. */
  int outputs;

  /** Microsteps the rotor has made. */
  long rotor;

  /** Rising edges of STEP, motor on or not. */
  long risingEdges;

  int puts;
  boolean jammed;
  boolean encoderStuck;
  boolean backwards;
  boolean refusesPut;
  boolean unreadable;
  boolean lost;

  FakeMotor(StepperBuild build) {
    this.build = build;
  }

  @Override
  public boolean put(int levels) {
    puts++;
    if (refusesPut) {
      return false;
    }
    boolean rises = (levels & STEP) != 0 && (outputs & STEP) == 0;
    outputs = levels;
    if (rises) {
      risingEdges++;
      turn(levels);
    }
    return true;
  }

  private void turn(int levels) {
    if ((levels & ENABLE) != 0 && !jammed) {
      rotor += (levels & DIR) != 0 ? 1 : -1;
      follow();
    }
  }

  /** Somebody turns the screw by hand. */
  void turnBy(long steps) {
    rotor += steps;
    follow();
  }

  private void follow() {
    if (encoderStuck) {
      return;
    }
    long travel = rotor * build.leadUm() * build.encoderCountsPerMm();
    long due = Math.floorDiv(travel, 1_000L * build.stepsPerTurn()) * (backwards ? -1 : 1);
    while (counts != due) {
      int before = tracks();
      counts += Long.signum(due - counts);
      int changed = before ^ tracks();
      edges.add(new Edge(changed == 1 ? ENCODER_A : ENCODER_B, (tracks() & changed) != 0));
    }
  }

  private int tracks() {
    return QUARTERS[Math.floorMod(counts, 4)];
  }

  /** An edge that the kernel gives, true or not. */
  void edge(int input, boolean active) {
    edges.add(new Edge(input, active));
  }

  void end(int input, boolean active) {
    endLevels = active ? endLevels | 1 << input : endLevels & ~(1 << input);
  }

  boolean isOn() {
    return (outputs & ENABLE) != 0;
  }

  @Override
  public boolean nextEdge() {
    Edge next = edges.poll();
    if (next != null) {
      taken = next;
    }
    return next != null;
  }

  @Override
  public int edgeInput() {
    return taken.input();
  }

  @Override
  public boolean edgeActive() {
    return taken.active();
  }

  @Override
  public long edgeNs() {
    return 0;
  }

  @Override
  public int levels() {
    return unreadable ? -1 : tracks() | endLevels;
  }

  @Override
  public boolean lost() {
    return lost;
  }
}
