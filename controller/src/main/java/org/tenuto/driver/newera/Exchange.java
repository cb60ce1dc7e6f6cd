package org.tenuto.driver.newera;

import org.jspecify.annotations.Nullable;

/**
 * The one request in flight: writes it when the line has sent everything before, waits for its
 * reply, repeats it if it may be. Decides nothing about what a reply means.
 */
final class Exchange {

  /** After a doubt the line is left alone this long, and what comes is dropped. */
  private static final long QUIET_NS = 100_000_000;

  /** What became of the request in one cycle. */
  enum Progress {
    /** Nothing in flight, or waiting. */
    PENDING,
    /** Every attempt ran out of time. */
    GIVEN_UP,
    /** The line is gone. */
    LINE_GONE
  }

  private final SerialLine line;
  private final byte[] unwritten = new byte[Frame.CAPACITY];
  private int unwrittenLength;
  private @Nullable Step step;
  private int attemptsLeft;
  private long deadlineNs;
  private boolean written;
  private long askedNs;
  private boolean moreRepliesMayCome;
  private long quietUntilNs = Long.MIN_VALUE;

  Exchange(SerialLine line) {
    this.line = line;
  }

  /** Whether a new request may begin. */
  boolean isFree(long nowNs) {
    return step == null && !isQuiet(nowNs);
  }

  /** Whether what comes now is to be dropped: nobody can say what it answers. */
  boolean isQuiet(long nowNs) {
    return nowNs < quietUntilNs;
  }

  /** The request in flight. */
  @Nullable Step step() {
    return step;
  }

  /** Whether the request in flight was written whole at least once. */
  boolean isWritten() {
    return step != null && written;
  }

  /** When the first attempt of the last request was written: its answer is no older, ns. */
  long askedNs() {
    return askedNs;
  }

  /** Begins a request; it is written by {@link #advance}. */
  void begin(Step next, long nowNs) {
    step = next;
    attemptsLeft = next.attempts();
    written = false;
    load(next, nowNs);
  }

  /** Writes what is left and watches the time. */
  Progress advance(long nowNs) {
    Step current = step;
    if (current == null) {
      return Progress.PENDING;
    }
    if (unwrittenLength > 0 && !write(nowNs)) {
      return Progress.LINE_GONE;
    }
    if (nowNs < deadlineNs) {
      return Progress.PENDING;
    }
    moreRepliesMayCome = true;
    return repeat(nowNs) ? Progress.PENDING : Progress.GIVEN_UP;
  }

  /** Sends the request in flight again, the pump having said that it did not carry it out. */
  boolean repeat(long nowNs) {
    Step current = step;
    if (current == null || attemptsLeft == 0) {
      step = null;
      return false;
    }
    if (unwrittenLength == 0) {
      load(current, nowNs);
    } else {
      // Half a packet is on the line: finish it, a new one would be taken for its rest.
      attemptsLeft--;
      deadlineNs = nowNs + current.timeoutNs();
    }
    return true;
  }

  /** The request in flight has its answer. */
  void answered(long nowNs) {
    step = null;
    if (moreRepliesMayCome) {
      moreRepliesMayCome = false;
      quietUntilNs = nowNs + QUIET_NS;
    }
  }

  /** From here until the next answer, more replies may come than were asked for. */
  void doubt() {
    moreRepliesMayCome = true;
  }

  /** Drops the request in flight and everything not sent yet; a new one may begin at once. */
  void abort(long nowNs) {
    moreRepliesMayCome |= step != null || isQuiet(nowNs);
    step = null;
    unwrittenLength = 0;
    quietUntilNs = Long.MIN_VALUE;
    line.discardOutput();
  }

  private void load(Step current, long nowNs) {
    attemptsLeft--;
    unwrittenLength = current.frame().copyTo(unwritten);
    deadlineNs = nowNs + current.timeoutNs();
  }

  private boolean write(long nowNs) {
    int queued = line.queued();
    if (queued != 0) {
      return queued > 0;
    }
    int taken = line.write(unwritten, unwrittenLength);
    if (taken < 0) {
      return false;
    }
    unwrittenLength -= taken;
    System.arraycopy(unwritten, taken, unwritten, 0, unwrittenLength);
    if (unwrittenLength == 0 && !written) {
      written = true;
      askedNs = nowNs;
    }
    return true;
  }
}
