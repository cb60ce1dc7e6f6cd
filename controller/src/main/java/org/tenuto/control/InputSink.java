package org.tenuto.control;

/** Where what the executor was told is written down for a later replay. */
@FunctionalInterface
public interface InputSink {

  /**
   * Takes the next part. Loop thread; waits for nothing and allocates nothing.
   *
   * @param bytes the first {@code length} of them, the caller's again afterwards
   */
  void record(byte[] bytes, int length);
}
