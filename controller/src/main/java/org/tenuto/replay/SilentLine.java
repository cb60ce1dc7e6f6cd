package org.tenuto.replay;

import org.tenuto.driver.newera.SerialLine;

/** The pump's line in a replay: what it said is in the recording. */
final class SilentLine implements SerialLine {

  @Override
  public int read(byte[] into) {
    return 0;
  }

  @Override
  public int write(byte[] from, int length) {
    return length;
  }

  @Override
  public int queued() {
    return 0;
  }

  @Override
  public void discardOutput() {
    // Nothing waits.
  }
}
