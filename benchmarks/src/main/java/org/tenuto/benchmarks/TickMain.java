package org.tenuto.benchmarks;

import java.io.IOException;
import org.tenuto.control.ControlLoop;
import org.tenuto.linux.LineRehearsal;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.linux.ReopeningLine;

/**
 * A process that does a tick's line work as the executor does, on the executor's line, on a thread
 * like its loop's and after its rehearsal of the line: one read, one write. Arguments: line,
 * processor, ticks before those that count, ticks that count. Says how long each took, ns, a line
 * each, at the end.
 */
final class TickMain {

  private static final int BAUD = 19_200;
  private static final int INPUT_BYTES = 512;

  /** As many bytes as a poll in safe mode; what they say is nobody's concern here. */
  private static final byte[] POLL = {2, 5, 'D', 'I', 'S', 3, 'Z', 3};

  private final LinuxTimer timer = new LinuxTimer();
  private final LinuxClock clock = new LinuxClock();
  private final byte[] input = new byte[INPUT_BYTES];
  private final ReopeningLine line;
  private long deadlineNs = clock.nowNs();

  private TickMain(ReopeningLine line) {
    this.line = line;
  }

  public static void main(String[] args) throws IOException {
    LineRehearsal.play();
    int warmUp = Integer.parseInt(args[2]);
    long[] tookNs = new long[Integer.parseInt(args[3])];
    try (ReopeningLine line = ReopeningLine.open(args[0], BAUD, said -> {});
        RealTimeThread footing = RealTimeThread.enter(Integer.parseInt(args[1]))) {
      System.out.println("ours ready, " + footing.timing().statement());
      var loop = new TickMain(line);
      for (int i = 0; i < warmUp; i++) {
        loop.tick();
      }
      for (int i = 0; i < tookNs.length; i++) {
        tookNs[i] = loop.tick();
      }
    }
    for (long one : tookNs) {
      System.out.println(one);
    }
  }

  /** A method as the loop's step is one: a loop around it is not compiled before a minute. */
  private long tick() throws IOException {
    deadlineNs += ControlLoop.PERIOD_NS;
    timer.sleepUntil(deadlineNs);
    long beganNs = clock.nowNs();
    int heard = line.read(input);
    int written = line.write(POLL, POLL.length);
    long endedNs = clock.nowNs();
    if (heard < 0 || written < 0) {
      throw new IOException("the line is gone");
    }
    return endedNs - beganNs;
  }
}
