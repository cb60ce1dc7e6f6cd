package org.tenuto.driver.newera;

/**
 * The way to a confirmed stop: STP, and nothing but STP, until the pump reports S. The first STP
 * pauses a running program, the second ends it.
 *
 * <p>As long as nobody knows whether the pump is in safe or in basic mode, both framings are sent
 * in turn; a pump that has answered is asked on in the framing it used.
 */
final class Stopping {

  private static final long CONFIRM_WITHIN_NS = 500_000_000;

  private final Exchange exchange;
  private final Knowledge knowledge;
  private final Step safe = Step.stop(Frame.safe("STP"));
  private final Step basic = Step.stop(Frame.basic("STP"));
  private boolean modeKnown;
  private boolean speaksBasic;
  private boolean basicNext;
  private boolean sent;
  private long deadlineNs;

  Stopping(Exchange exchange, Knowledge knowledge) {
    this.exchange = exchange;
    this.knowledge = knowledge;
  }

  /** Throws away what was not sent and starts the 500 ms in which the pump has to confirm. */
  void begin(boolean pumpInSafeMode, long nowNs) {
    exchange.abort(nowNs);
    modeKnown = pumpInSafeMode;
    speaksBasic = false;
    basicNext = false;
    sent = false;
    deadlineNs = nowNs + CONFIRM_WITHIN_NS;
  }

  /** Sends STP if none is in flight; false if the time to confirm is over. */
  boolean keepOn(long nowNs) {
    if (nowNs >= deadlineNs) {
      return false;
    }
    if (exchange.step() == null) {
      exchange.begin(next(), nowNs);
    }
    return true;
  }

  /** Looks whether the STP in flight was written: before that no reply can answer it. */
  void noteWritten() {
    sent |= exchange.isWritten();
  }

  /** The pump did not answer in time: perhaps it is in the other mode. */
  void noteUnanswered() {
    basicNext = speaksBasic || (!modeKnown && !basicNext);
  }

  /** Takes a reply; true if it says that the pump is stopped. */
  boolean isConfirmedBy(Reply reply, long nowNs) {
    speaksBasic = !reply.safe();
    basicNext = speaksBasic;
    if (reply.isAlarm()) {
      hearAlarm(reply);
    } else if (sent && saysStopped(reply)) {
      confirm(reply, nowNs);
      return true;
    }
    // Data answers a question asked before; the answer to STP is still to come. A basic attempt
    // has two answers: it is repeated in its time only, or answers and attempts would multiply.
    boolean answersStop = reply.isEmpty() || reply.isError();
    if (answersStop && reply.safe() && exchange.isWritten()) {
      exchange.begin(next(), nowNs);
    }
    return false;
  }

  /** The alarm took the place of the STP. One from before our time is not ours to report. */
  private void hearAlarm(Reply reply) {
    exchange.doubt();
    knowledge.hearAlarm(reply, modeKnown);
  }

  private void confirm(Reply reply, long nowNs) {
    if (!reply.safe()) {
      exchange.doubt();
    }
    exchange.answered(nowNs);
    knowledge.markStill(reply, nowNs);
  }

  private Step next() {
    return basicNext ? basic : safe;
  }

  private static boolean saysStopped(Reply reply) {
    return reply.prompt() == Reply.STOPPED && Answer.AT_REST.judge(reply) == Answer.Fit.FITS;
  }
}
