package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.simulator.pty.PseudoTerminal;

/**
 * The other end of a line: whatever is written gets an answer as long as a pump's. On a processor of
 * its own where there are two.
 */
final class TickEcho implements AutoCloseable {

  private static final int WAIT_MS = 50;
  private static final byte[] ANSWER = "\2\rI00.100W0.00ML\3".getBytes(StandardCharsets.US_ASCII);

  private final PseudoTerminal line = PseudoTerminal.open();
  private final Thread answering;
  private volatile boolean closed;

  /** For a process on that processor; there has to be a pseudo-terminal to be had. */
  TickEcho(int measuredCpu) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    int cpu = processors > 1 ? (measuredCpu + 1) % processors : RealTimeThread.NO_CPU;
    answering = Thread.ofPlatform().daemon().name("tick-echo").start(() -> answer(cpu));
  }

  /** What the other side opens. */
  Path path() {
    return line.slavePath();
  }

  private void answer(int cpu) {
    try (RealTimeThread _ = RealTimeThread.enter(cpu)) {
      while (!closed) {
        if (line.read(WAIT_MS).length > 0) {
          line.write(ANSWER);
        }
      }
    } catch (IOException e) {
      if (!closed) {
        System.err.println("bench tick: the line's other end failed: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      answering.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.close();
  }
}
