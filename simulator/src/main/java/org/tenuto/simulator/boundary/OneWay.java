package org.tenuto.simulator.boundary;

import java.util.random.RandomGenerator;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * One way through the cable: bytes wait, go over the wire one after the other, perhaps fly for a
 * while, and have arrived. One thread; allocates nothing.
 */
final class OneWay {

  /** As much as a Linux terminal keeps either way (N_TTY_BUF_SIZE, and one page of a UART). */
  static final int CAPACITY_BYTES = 4_096;

  private static final int WHOLE = 1_000;
  private static final long NS_PER_MS = 1_000_000;
  private static final int BITS_A_BYTE = 8;

  private final ByteRing waiting = new ByteRing(CAPACITY_BYTES);
  private final ByteRing flying = new ByteRing(CAPACITY_BYTES);
  private final ByteRing arrived = new ByteRing(CAPACITY_BYTES);
  private final long byteNs;
  private final PresentFaults present;
  private final RandomGenerator random;

  private long nowNs;
  private boolean sending;
  private byte onWire;
  private long sentNs;

  OneWay(long byteNs, PresentFaults present, RandomGenerator random) {
    this.byteNs = byteNs;
    this.present = present;
    this.random = random;
  }

  /** Takes what there is room for; the count taken. */
  int offer(byte[] from, int length) {
    int taken = Math.min(length, waiting.room());
    for (int i = 0; i < taken; i++) {
      waiting.add(from[i], nowNs);
    }
    if (!sending) {
      sendNext(nowNs);
    }
    return taken;
  }

  /** Lets everything move on up to now. */
  void advance(long newNowNs) {
    nowNs = newNowNs;
    if (!sending && flying.isEmpty()) {
      return;
    }
    if (present.has(FaultKind.SERIAL_STUCK)) {
      sentNs = Math.max(sentNs, newNowNs + byteNs); // begins anew afterwards, and bursts never
      return;
    }
    while (sending && sentNs <= newNowNs && flying.room() >= 2) {
      passOn(onWire, sentNs);
      sendNext(sentNs);
    }
    // Who waits for the first overtakes nothing, even if its own delay is shorter.
    while (!flying.isEmpty() && flying.firstNs() <= newNowNs) {
      arrive(flying.take());
    }
  }

  private void sendNext(long startNs) {
    sending = !waiting.isEmpty();
    if (sending) {
      onWire = waiting.take();
      sentNs = startNs + byteNs;
    }
  }

  private void passOn(byte value, long atNs) {
    if (strikes(FaultKind.SERIAL_LOSS)) {
      return;
    }
    byte passed = value;
    if (strikes(FaultKind.SERIAL_DAMAGE)) {
      passed ^= (byte) (1 << random.nextInt(BITS_A_BYTE));
    }
    long dueNs = atNs + present.size(FaultKind.SERIAL_DELAY) * NS_PER_MS;
    flying.add(passed, dueNs);
    if (strikes(FaultKind.SERIAL_DOUBLING)) {
      flying.add(passed, dueNs);
    }
  }

  private boolean strikes(FaultKind kind) {
    return present.has(kind) && random.nextInt(WHOLE) < present.size(kind);
  }

  /** What nobody takes is lost once the reader's place is full, as a kernel does. */
  private void arrive(byte value) {
    if (arrived.room() > 0) {
      arrived.add(value, nowNs);
    }
  }

  /** How many could be taken now. */
  int arrived() {
    return arrived.count();
  }

  /** How many wait for the wire; the one that is on it no longer does. */
  int waiting() {
    return waiting.count();
  }

  /** Takes what has arrived, at most so much; the count. */
  int take(byte[] into, int most) {
    int taken = Math.min(most, arrived.count());
    for (int i = 0; i < taken; i++) {
      into[i] = arrived.take();
    }
    return taken;
  }

  /** Throws away what waits; what is on the wire goes on. */
  void discardWaiting() {
    waiting.clear();
  }

  /** Nothing is left of anything. */
  void clear() {
    waiting.clear();
    flying.clear();
    arrived.clear();
    sending = false;
  }
}
