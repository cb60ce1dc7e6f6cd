package org.tenuto.benchmarks.jitter;

import java.io.IOException;

/** A subject that runs in a process of its own, for one block. One thread. */
interface Loop extends AutoCloseable {

  /** From now on it counts. At the same instant for all that run together, as nearly as it goes. */
  void begin() throws IOException;

  /**
   * It has counted long enough.
   *
   * @param seconds since it began; what came later does not count
   * @throws IOException if it did not run so long
   */
  Block end(int seconds) throws IOException;

  /** What must be told beside the figures, one line; empty if nothing. */
  default String remark() {
    return "";
  }

  /** Ends its process. */
  @Override
  void close() throws IOException;
}
