package org.tenuto.driver.newera;

/** One request and what it expects to hear. Two alike are still two: they are asked apart. */
final class Step {

  /** The pump answers within 10 ms, and 20 bytes take 10 ms; a busy host adds tens of ms. */
  private static final long REPLY_NS = 125_000_000;

  /** Four times 125 ms: a reading is never older than 500 ms without the fault being known. */
  private static final int ATTEMPTS = 4;

  /** A stop has 500 ms in all, and needs two replies. */
  private static final long STOP_REPLY_NS = 100_000_000;

  /** Never repeated, so it gets more time. */
  private static final long RUN_REPLY_NS = 300_000_000;

  private final Frame frame;
  private final Answer answer;
  private final int attempts;
  private final long timeoutNs;

  private Step(Frame frame, Answer answer, int attempts, long timeoutNs) {
    this.frame = frame;
    this.answer = answer;
    this.attempts = attempts;
    this.timeoutNs = timeoutNs;
  }

  /** A request that may be repeated. */
  static Step of(String command, Answer answer) {
    return of(Frame.safe(command), answer);
  }

  /** A request that may be repeated. */
  static Step of(Frame frame, Answer answer) {
    return new Step(frame, answer, ATTEMPTS, REPLY_NS);
  }

  /** STP; the stop itself sees to repeating it. */
  static Step stop(Frame frame) {
    return new Step(frame, Answer.AT_REST, 1, STOP_REPLY_NS);
  }

  /** RUN: sent once, whatever becomes of it. */
  static Step run() {
    return new Step(Frame.safe("RUN"), Answer.TAKEN, 1, RUN_REPLY_NS);
  }

  /** What is sent. */
  Frame frame() {
    return frame;
  }

  /** What is expected. */
  Answer answer() {
    return answer;
  }

  /** How often it may be sent at most; above 1 only for what may be repeated. */
  int attempts() {
    return attempts;
  }

  /** How long each attempt waits for its reply, writing included, ns. */
  long timeoutNs() {
    return timeoutNs;
  }
}
