package org.tenuto.control.planted;

import java.util.stream.LongStream;

/** Violates: the cycle does not stream; a quantity's name ends in its unit. */
public final class CycleThatStreams {

  public long flowRate;

  public long sum() {
    return LongStream.of(flowRate).sum();
  }
}
