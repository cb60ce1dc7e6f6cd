package org.tenuto.simulator.boundary;

/** Bytes in order, each with a moment, in a fixed place. One thread; allocates nothing. */
final class ByteRing {

  private final byte[] bytes;
  private final long[] timesNs;
  private int first;
  private int count;

  ByteRing(int capacity) {
    bytes = new byte[capacity];
    timesNs = new long[capacity];
  }

  int count() {
    return count;
  }

  int room() {
    return bytes.length - count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Puts one at the end; there must be room. */
  void add(byte value, long atNs) {
    if (room() == 0) {
      throw new IllegalStateException("ring of " + bytes.length + " bytes is full");
    }
    int end = (first + count) % bytes.length;
    bytes[end] = value;
    timesNs[end] = atNs;
    count++;
  }

  /** The moment of the first; there must be one. */
  long firstNs() {
    return timesNs[first];
  }

  /** Takes the first; there must be one. */
  byte take() {
    if (count == 0) {
      throw new IllegalStateException("ring is empty");
    }
    byte value = bytes[first];
    first = (first + 1) % bytes.length;
    count--;
    return value;
  }

  void clear() {
    count = 0;
  }
}
