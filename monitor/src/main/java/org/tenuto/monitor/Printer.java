package org.tenuto.monitor;

import java.time.Instant;

/** How what is to be shown looks as a line. */
interface Printer {

  /**
   * Said once, first.
   *
   * @param at wall time of the watcher
   */
  String opening(Instant at, String broker);

  /**
   * A notice as one line, or empty if it is not shown.
   *
   * @param at wall time of the watcher when it came in
   */
  String line(Instant at, Notice notice);
}
