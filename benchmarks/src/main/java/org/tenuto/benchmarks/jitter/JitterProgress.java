package org.tenuto.benchmarks.jitter;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Which block of how many, and how long it still takes; only where somebody looks. One thread. */
final class JitterProgress {

  private static final long S_PER_MIN = 60;

  private final PrintWriter err;
  private final boolean shown;
  private final int blocks;
  private final long totalS;
  private final long startedNs = System.nanoTime();
  private int done;
  private long plannedDoneS;
  private long presentS;

  /**
   * Nothing is done yet.
   *
   * @param shown whether somebody looks
   */
  JitterProgress(PrintWriter err, boolean shown, JitterPlan plan) {
    this.err = err;
    this.shown = shown;
    blocks = plan.blocks();
    totalS = plan.totalS();
  }

  /**
   * A block begins.
   *
   * @param takesS how long it takes, as planned
   */
  void begin(int round, JitterLoad load, JitterSubject subject, long takesS) {
    presentS = takesS;
    long elapsedS = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNs);
    write(
        String.format(
            Locale.ROOT,
            "block %d of %d: round %d, %s, %s; about %s left",
            done + 1,
            blocks,
            round + 1,
            load.text(),
            subject.text(),
            words(leftS(elapsedS))));
  }

  /** As much as planned, times how much longer than planned it took until now. */
  private long leftS(long elapsedS) {
    long left = totalS - plannedDoneS;
    return plannedDoneS == 0 ? left : left * elapsedS / plannedDoneS;
  }

  /** A block has ended. */
  void done() {
    done++;
    plannedDoneS += presentS;
  }

  /** All have. */
  void end() {
    write("");
  }

  /** A time in words. */
  static String words(long seconds) {
    return seconds < 2 * S_PER_MIN
        ? seconds + " s"
        : Math.round((double) seconds / S_PER_MIN) + " min";
  }

  private void write(String line) {
    if (shown) {
      err.print("\r\u001b[K" + line);
      err.flush();
    }
  }
}
