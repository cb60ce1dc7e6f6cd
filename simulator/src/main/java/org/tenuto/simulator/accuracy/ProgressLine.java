package org.tenuto.simulator.accuracy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the runs are, on one line of a terminal that is written over; elsewhere nothing.
 *
 * @param err standard error
 * @param shown whether it is a terminal
 */
record ProgressLine(PrintWriter err, boolean shown) {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final String ERASE = "\r\033[K";

  /** On standard error, if that is a terminal. */
  static ProgressLine on(PrintWriter err) {
    return new ProgressLine(err, terminal());
  }

  private static boolean terminal() {
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false; // No such place: it can't be known, so nothing is written over.
    }
  }

  /** Shows how far one of the runs is. */
  void at(String rate, int minutes) {
    if (shown) {
      err.print(
          ERASE + "accuracy: " + rate + ", " + minutes + " of " + FlowResult.RUN_MIN + " min");
      err.flush();
    }
  }

  /** Takes the line away. */
  void end() {
    if (shown) {
      err.print(ERASE);
      err.flush();
    }
  }
}
