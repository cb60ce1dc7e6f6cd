package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.tenuto.pump.PumpState;

/** A cycle of a running or stopped pump allocates nothing, polls included. */
class NewEraPumpAllocationTest {

  private static final int CYCLES = 10_000;

  /**
   * The JVM itself books a few bytes to a thread now and then while it compiles (96 B seen once in
   * 10,000 cycles). What the driver allocates, it allocates in every window.
   */
  private static final int WINDOWS = 10;

  /** Answers every packet with the same reply and allocates nothing itself. */
  private static final class EchoLine implements SerialLine {
    private final byte[] reply;
    private boolean pending;
    private int packets;

    EchoLine(String reply) {
      this.reply = FakeNe1000.packet(reply);
    }

    @Override
    public int read(byte[] into) {
      if (!pending) {
        return 0;
      }
      pending = false;
      System.arraycopy(reply, 0, into, 0, reply.length);
      return reply.length;
    }

    @Override
    public int write(byte[] from, int length) {
      pending = true;
      packets++;
      return length;
    }

    @Override
    public int queued() {
      return 0;
    }

    @Override
    public void discardOutput() {}
  }

  /** The pump's line, switched to the echo once the pump is where the test wants it. */
  private static final class SwitchedLine implements SerialLine {
    private SerialLine line;

    SwitchedLine(SerialLine line) {
      this.line = line;
    }

    @Override
    public int read(byte[] into) {
      return line.read(into);
    }

    @Override
    public int write(byte[] from, int length) {
      return line.write(from, length);
    }

    @Override
    public int queued() {
      return line.queued();
    }

    @Override
    public void discardOutput() {
      line.discardOutput();
    }
  }

  @Test
  void aRunningPump() {
    assertThat(allocatedBytes(PumpState.RUNNING, "00II12.34W0.000ML")).isZero();
  }

  @Test
  void aStoppedPump() {
    assertThat(allocatedBytes(PumpState.STOPPED, "00SI12.34W0.000ML")).isZero();
  }

  private static long allocatedBytes(PumpState state, String reply) {
    Bench bench = new Bench();
    SwitchedLine line = new SwitchedLine(bench.peer);
    NewEraPump pump = new NewEraPump(line, NewEraModel.NE_1000);
    for (int i = 0; pump.reading().state != state; i++) {
      assertThat(i).isLessThan(10_000);
      bench.nowNs += Bench.CYCLE_NS;
      bench.peer.advanceTo(bench.nowNs);
      if (state == PumpState.RUNNING) {
        pump.deliver(Bench.deliver(52_500_000, 35_000_000, true));
      }
      pump.cycle(bench.nowNs);
    }
    EchoLine echo = new EchoLine(reply);
    line.line = echo;
    long fromNs = bench.nowNs;
    run(pump, fromNs);
    long leastBytes = Long.MAX_VALUE;
    for (int window = 0; window < WINDOWS && leastBytes > 0; window++) {
      int packets = echo.packets;
      fromNs += CYCLES * Bench.CYCLE_NS;
      leastBytes = Math.min(leastBytes, run(pump, fromNs));
      assertThat(echo.packets - packets).isBetween(99, 101);
    }
    assertThat(pump.reading().state).isEqualTo(state);
    return leastBytes;
  }

  private static long run(NewEraPump pump, long fromNs) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().threadId();
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 1; i <= CYCLES; i++) {
      pump.cycle(fromNs + i * Bench.CYCLE_NS);
    }
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
