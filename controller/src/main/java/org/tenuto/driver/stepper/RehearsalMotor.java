package org.tenuto.driver.stepper;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import org.tenuto.pump.RehearsedPump;

/**
 * The lines of a motor that is not there: a screw that turns with every step, and an encoder on it
 * as it was built. One thread; allocates.
 */
public final class RehearsalMotor implements MotorLines, RehearsedPump {

  private static final long UM_PER_MM = 1_000;

  /** Levels of A and B in the four quarters of the encoder's period, in the order of forward. */
  private static final int[] TRACKS = {
    0, 1 << ENCODER_A, 1 << ENCODER_A | 1 << ENCODER_B, 1 << ENCODER_B
  };

  private record Edge(int input, boolean active) {}

  private final StepperBuild build;
  private final Queue<Edge> edges = new ArrayDeque<>();
  private Edge taken = new Edge(ENCODER_A, false);
  private Mishap mishap = Mishap.NONE;
  private int outputs;
  private long microsteps;
  private long counts;

  /** A motor of this build, without current. */
  public RehearsalMotor(StepperBuild build) {
    this.build = build;
  }

  @Override
  public Set<Mishap> mishaps() {
    Set<Mishap> mishaps = EnumSet.of(Mishap.CUT, Mishap.STALLED, Mishap.MOVES);
    if (build.forwardStop()) {
      mishaps.add(Mishap.AT_END);
    }
    return mishaps;
  }

  @Override
  public void mishap(Mishap next) {
    mishap = next;
  }

  @Override
  public boolean counts(long deliveredNl) {
    return false;
  }

  @Override
  public boolean reachesTarget(long deliveredNl) {
    return false;
  }

  @Override
  public boolean put(int levels) {
    if (mishap == Mishap.CUT) {
      return false;
    }
    boolean rises = (levels & STEP) != 0 && (outputs & STEP) == 0;
    outputs = levels;
    if (rises && (levels & ENABLE) != 0 && mishap != Mishap.STALLED) {
      turn((levels & DIR) != 0 ? 1 : -1);
    }
    return true;
  }

  private void turn(int steps) {
    microsteps += steps;
    long dueCounts =
        Math.floorDiv(
            microsteps * build.leadUm() * build.encoderCountsPerMm(),
            UM_PER_MM * build.stepsPerTurn());
    while (counts != dueCounts) {
      count(Long.signum(dueCounts - counts));
    }
  }

  private void count(int by) {
    int before = tracks();
    counts += by;
    int changed = before ^ tracks();
    edges.add(new Edge(Integer.numberOfTrailingZeros(changed), (tracks() & changed) != 0));
  }

  private int tracks() {
    return TRACKS[Math.floorMod(counts, TRACKS.length)];
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
    return 0; // no decision of the driver's is about it
  }

  /** Looked at once a cycle: where it moves by itself it does so here. */
  @Override
  public int levels() {
    if (mishap == Mishap.CUT) {
      return -1;
    }
    if (mishap == Mishap.MOVES) {
      turn(1);
    }
    return tracks() | (mishap == Mishap.AT_END ? 1 << END_FORWARD : 0);
  }

  @Override
  public boolean lost() {
    return mishap == Mishap.CUT;
  }
}
