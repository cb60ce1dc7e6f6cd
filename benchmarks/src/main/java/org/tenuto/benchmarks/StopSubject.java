package org.tenuto.benchmarks;

import java.io.IOException;

/** A loop that puts a stop on its line when the e-stop opens: ours, or its twin. One thread at a time. */
interface StopSubject extends AutoCloseable {

  /** What the kernel granted its loop, in its own words. */
  String timing();

  /**
   * Opens the e-stop once, at some moment of a cycle.
   *
   * @return from then until the stop could be read at the other end of the line, ns
   */
  long trial() throws IOException;

  @Override
  void close() throws IOException;
}
