package org.tenuto.replay;

/** Answers as it was written down. One thread. */
final class Playback implements Trace {

  private static final Input[] KINDS = Input.values();

  private final TraceReader reader;
  private final Decisions decisions = new Decisions();
  private final long[] last = new long[KINDS.length];
  private long asBefore;
  private int next;
  private boolean over;

  /** Begins after the set-up. */
  Playback(TraceReader reader) {
    this.reader = reader;
    advance();
  }

  /** Reads what the next answer that is not as before is, and after how many that are. */
  private void advance() {
    if (reader.mark()) {
      asBefore = reader.number();
      next = (int) reader.number();
    }
    over = reader.isOver();
  }

  /** Whether nothing is left to be answered. */
  boolean isOver() {
    return over;
  }

  @Override
  public long note(Input kind, long actual) {
    if (over && kind == Input.DECISIONS) {
      return actual; // there is none to hold it against
    }
    if (isAsBefore(kind)) {
      return last[kind.ordinal()];
    }
    long value = reader.number();
    last[kind.ordinal()] = (value >>> 1) ^ -(value & 1);
    advance();
    return last[kind.ordinal()];
  }

  @Override
  public int bytes(Input kind, byte[] into, int actual) {
    if (isAsBefore(kind)) {
      return 0;
    }
    byte[] told = reader.bytes();
    if (told.length > into.length) {
      throw new DivergedException(
          kind + " with " + told.length + " bytes: expected at most " + into.length);
    }
    System.arraycopy(told, 0, into, 0, told.length);
    advance();
    return told.length;
  }

  private boolean isAsBefore(Input kind) {
    if (over) {
      return true;
    }
    if (asBefore > 0) {
      asBefore--;
      return true;
    }
    if (next != kind.ordinal()) {
      throw new DivergedException("it asks for " + kind + ", recorded is " + name(next));
    }
    return false;
  }

  private static String name(int kind) {
    return kind >= 0 && kind < KINDS.length ? KINDS[kind].name() : "kind " + kind;
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }

  @Override
  public void cycleDone() {
    // Nothing is written.
  }
}
