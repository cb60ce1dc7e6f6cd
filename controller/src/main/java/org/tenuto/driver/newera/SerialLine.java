package org.tenuto.driver.newera;

/**
 * A serial line as the driver needs it: non-blocking bytes. Loop thread only; allocates nothing.
 * Every call answers at once; -1 means that the line is gone (closed, unplugged, hung up).
 *
 * <p>A line may come back. Then {@link #read} has answered -1 at least once since the last byte of
 * the old line, and nothing of the old one is left: neither bytes read nor bytes to be sent.
 */
public interface SerialLine {

  /**
   * Reads what has come, at most {@code into.length} bytes; 0 if nothing, -1 if the line is gone.
   */
  int read(byte[] into);

  /** Writes what the line takes now of {@code from[0, length)}; the count taken, -1 if gone. */
  int write(byte[] from, int length);

  /** Bytes written that the kernel has not sent yet; -1 if the line is gone. */
  int queued();

  /** Throws away bytes written and not yet sent. */
  void discardOutput();
}
