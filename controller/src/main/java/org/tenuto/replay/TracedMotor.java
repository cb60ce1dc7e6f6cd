package org.tenuto.replay;

import org.tenuto.driver.stepper.MotorLines;

/** The edges from a motor's sensors are told, its steps are decided. */
public final class TracedMotor implements MotorLines {

  private final MotorLines lines;
  private final Trace trace;

  /** A motor's lines, and where what they say passes by. */
  public TracedMotor(MotorLines lines, Trace trace) {
    this.lines = lines;
    this.trace = trace;
  }

  @Override
  public boolean put(int levels) {
    trace.decisions().add(levels);
    return trace.note(Input.MOTOR_PUT, lines.put(levels));
  }

  @Override
  public boolean nextEdge() {
    return trace.note(Input.MOTOR_EDGE, lines.nextEdge());
  }

  @Override
  public int edgeInput() {
    return (int) trace.note(Input.EDGE_INPUT, lines.edgeInput());
  }

  @Override
  public boolean edgeActive() {
    return trace.note(Input.EDGE_ACTIVE, lines.edgeActive());
  }

  @Override
  public long edgeNs() {
    return trace.note(Input.EDGE_NS, lines.edgeNs());
  }

  @Override
  public int levels() {
    return (int) trace.note(Input.MOTOR_LEVELS, lines.levels());
  }

  @Override
  public boolean lost() {
    return trace.note(Input.MOTOR_LOST, lines.lost());
  }
}
