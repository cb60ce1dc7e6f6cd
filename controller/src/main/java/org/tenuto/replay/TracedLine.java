package org.tenuto.replay;

import org.tenuto.driver.newera.SerialLine;

/** The bytes from the pump are told, those for the pump are decided. */
public final class TracedLine implements SerialLine {

  private final SerialLine line;
  private final Trace trace;

  /** A line, and where what it says passes by. */
  public TracedLine(SerialLine line, Trace trace) {
    this.line = line;
    this.trace = trace;
  }

  @Override
  public int read(byte[] into) {
    int actual = line.read(into);
    boolean gone = trace.note(Input.LINE_GONE, actual < 0);
    int count = trace.bytes(Input.LINE_READ, into, Math.max(0, actual));
    return gone ? -1 : count;
  }

  @Override
  public int write(byte[] from, int length) {
    trace.decisions().add(from, length);
    return (int) trace.note(Input.LINE_TAKEN, line.write(from, length));
  }

  @Override
  public int queued() {
    return (int) trace.note(Input.LINE_QUEUED, line.queued());
  }

  @Override
  public void discardOutput() {
    line.discardOutput();
  }
}
