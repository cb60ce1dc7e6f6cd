package org.tenuto.replay;

import org.tenuto.control.InputSink;

/**
 * Writes down what the executor is told, as it is told it. Loop thread only; allocates nothing once
 * it is made, waits for nothing.
 *
 * <p>Form, after the {@link ExecutorSetUp}: for each call whose answer is not that of the call of
 * its kind before (0 at first), how many calls of any kind went by as before; the kind; the answer,
 * or how many bytes and the bytes. Numbers in sevens of bits, low ones first, the highest bit set on
 * all but the last; answers with their sign in the lowest bit.
 */
public final class Recording implements Trace {

  /** A cycle notes some tens of bytes; a command has at most 4 KiB, a motor's edges 10 KiB. */
  private static final int MOST_BYTES = 1 << 16;

  private static final int LONGEST_NUMBER = 10;
  private static final int SEVEN = 7;
  private static final int LOW_SEVEN = 0x7F;
  private static final int MORE = 0x80;

  private final InputSink sink;
  private final Decisions decisions = new Decisions();
  private final long[] last = new long[Input.values().length];
  private final byte[] buffer = new byte[MOST_BYTES];
  private int length;
  private long asBefore;
  private boolean overflown;

  /**
   * Nothing is recorded yet.
   *
   * @param sink gets the recording, cycle by cycle
   */
  public Recording(InputSink sink) {
    this.sink = sink;
  }

  /** Before the first cycle: what a replay has to know of this executor. */
  void begin(ExecutorSetUp setUp) {
    byte[] header = setUp.toBytes();
    number(header.length);
    put(header, header.length);
  }

  @Override
  public long note(Input kind, long actual) {
    if (actual == last[kind.ordinal()]) {
      asBefore++;
    } else {
      last[kind.ordinal()] = actual;
      begin(kind);
      number((actual << 1) ^ (actual >> (Long.SIZE - 1)));
    }
    return actual;
  }

  @Override
  public int bytes(Input kind, byte[] from, int actual) {
    if (actual == 0) {
      asBefore++;
    } else {
      begin(kind);
      number(actual);
      put(from, actual);
    }
    return actual;
  }

  private void begin(Input kind) {
    number(asBefore);
    asBefore = 0;
    number(kind.ordinal());
  }

  private void number(long value) {
    if (hasRoom(LONGEST_NUMBER)) {
      long rest = value;
      while ((rest & ~LOW_SEVEN) != 0) {
        buffer[length++] = (byte) ((rest & LOW_SEVEN) | MORE);
        rest >>>= SEVEN;
      }
      buffer[length++] = (byte) rest;
    }
  }

  private void put(byte[] from, int count) {
    if (hasRoom(count)) {
      System.arraycopy(from, 0, buffer, length, count);
      length += count;
    }
  }

  /** What does not fit ends the recording: with a hole nothing after it is worth anything. */
  private boolean hasRoom(int count) {
    overflown |= count > buffer.length - length;
    return !overflown;
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }

  @Override
  public void cycleDone() {
    if (length > 0 && !overflown) {
      sink.record(buffer, length);
    }
    length = 0;
  }
}
