package org.tenuto.replay;

/**
 * Where all that the executor is told passes by. Loop thread, or that of the replay.
 *
 * <p>The caller gets back what is to count: what it gave on a device, what was written down in a
 * replay.
 */
public interface Trace {

  /** A number that the executor was told. */
  long note(Input kind, long actual);

  /** The same for yes or no. */
  default boolean note(Input kind, boolean actual) {
    return note(kind, actual ? 1 : 0) != 0;
  }

  /**
   * Bytes that the executor was told.
   *
   * @param buffer has the first {@code actual} of them; gets those that count
   * @return how many count
   */
  int bytes(Input kind, byte[] buffer, int actual);

  /** What the executor decides. */
  Decisions decisions();

  /** A cycle is complete. */
  void cycleDone();
}
