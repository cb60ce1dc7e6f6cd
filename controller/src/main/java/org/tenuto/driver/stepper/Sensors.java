package org.tenuto.driver.stepper;

/**
 * What the inputs tell: the encoder's count, both end stops, and whether any of it can be believed.
 * Loop thread only; allocates nothing.
 */
final class Sensors {

  /**
   * Edges taken in one cycle at most; a usual build makes one in some cycles. More than these wait
   * for the next cycle; a track that chatters for ever, or is far finer than a step, fills the
   * kernel's buffer, and that is told as lost.
   */
  private static final int MOST_EDGES = 64;

  private final MotorLines lines;
  private final StepperBuild build;
  private final Encoder encoder = new Encoder();
  private boolean placed;
  private boolean readable;
  private boolean atForwardEnd;
  private boolean atBackEnd;

  Sensors(MotorLines lines, StepperBuild build) {
    this.lines = lines;
    this.build = build;
  }

  /** Takes in what has come. Once a cycle. */
  void look() {
    int levels = lines.levels();
    readable = levels >= 0;
    if (!readable) {
      return;
    }
    if (!placed) {
      placed = true;
      forgetEdges();
      encoder.standAt(has(levels, MotorLines.ENCODER_A), has(levels, MotorLines.ENCODER_B));
    }
    atForwardEnd = build.forwardStop() && has(levels, MotorLines.END_FORWARD);
    atBackEnd = build.backStop() && has(levels, MotorLines.END_BACK);
    for (int i = 0; i < MOST_EDGES && lines.nextEdge(); i++) {
      take(lines.edgeInput(), lines.edgeActive());
    }
  }

  /** The levels say where the tracks stand: edges from before say nothing more. */
  private void forgetEdges() {
    int left = MOST_EDGES;
    while (left > 0 && lines.nextEdge()) {
      left--;
    }
  }

  private void take(int input, boolean active) {
    switch (input) {
      case MotorLines.ENCODER_A -> encoder.edgeA(active);
      case MotorLines.ENCODER_B -> encoder.edgeB(active);
      case MotorLines.END_FORWARD -> atForwardEnd |= build.forwardStop() && active;
      default -> {
        // The back end stops nothing: the plunger is never pulled.
      }
    }
  }

  private static boolean has(int levels, int input) {
    return (levels >> input & 1) != 0;
  }

  /** Counts of the encoder, forward, since the start. */
  long counts() {
    return encoder.counts();
  }

  /** Whether the pusher is at its forward end, or was within this cycle. */
  boolean atForwardEnd() {
    return atForwardEnd;
  }

  /** Whether the levels could be read in this cycle. */
  boolean areReadable() {
    return readable;
  }

  /** Whether the lines are there, no edge is missing, and no pusher is at both ends at once. */
  boolean areSound() {
    return readable && !lines.lost() && !encoder.isTorn() && !(atForwardEnd && atBackEnd);
  }
}
