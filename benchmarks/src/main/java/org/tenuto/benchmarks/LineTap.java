package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.pty.PseudoTerminal;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/**
 * The pump's end of a line, on a thread of its own: says when the bytes of a stop could be read
 * there, and when the plunger was at rest. With a simulated pump that answers, or without one.
 */
final class LineTap implements AutoCloseable {

  /** A stop's name in every protocol of the pump. */
  private static final String STOP = "STP";

  private static final String[] REHEARSAL = {
    "\r", "RAT 52.50 MH\r", "RAT\r", "VOL 35.00\r", "RUN\r", "DIS\r", "STP\r", "STP\r"
  };
  private static final int ROUNDS = 250;
  private static final int BD_PLASTIPAK_50_UM = 26_600;
  private static final int WAIT_MS = 1;
  private static final long WITHIN_NS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_NS = 50_000;

  /** Start and length before the name in the pump's safe mode; checksum and end after it. */
  private static final int BEFORE = 2;

  private static final int AFTER = 3;

  private final PseudoTerminal line = PseudoTerminal.open();
  private final @Nullable Ne1000 pump;
  private final @Nullable Syringe syringe;
  private final Thread thread;
  private final StringBuilder heard = new StringBuilder();
  private boolean listening;
  private volatile boolean armed;
  private volatile boolean moving;
  private volatile boolean ending;
  private volatile long stopNs;
  private volatile long restNs;
  private volatile byte[] packet = {};
  private volatile @Nullable IOException failure;

  private LineTap(boolean hasPump) throws IOException {
    if (hasPump) {
      rehearse();
    }
    syringe =
        hasPump ? new Syringe(BD_PLASTIPAK_50_UM, PumpModel.NE1000.microstepPm(), Line.USUAL) : null;
    pump = syringe == null ? null : new Ne1000(PumpModel.NE1000, syringe, System.nanoTime());
    thread = Thread.ofPlatform().daemon().name("bench-tap").start(this::run);
  }

  /** A line with a pump at its end. */
  static LineTap withPump() throws IOException {
    return new LineTap(true);
  }

  /** A line at whose end nobody answers. */
  static LineTap bare() throws IOException {
    return new LineTap(false);
  }

  /** The first turns of a cold JVM are slow: a scratch pump has them, as in the simulator. */
  private static void rehearse() {
    var scratch = new Syringe(BD_PLASTIPAK_50_UM, PumpModel.NE1000.microstepPm(), Line.USUAL);
    var pump = new Ne1000(PumpModel.NE1000, scratch, 0);
    for (int turn = 0; turn < REHEARSAL.length * ROUNDS; turn++) {
      String command = REHEARSAL[turn % REHEARSAL.length];
      pump.step(command.getBytes(StandardCharsets.US_ASCII), turn * 1_000_000L);
    }
  }

  private void run() {
    try {
      while (!ending) {
        take(line.read(WAIT_MS));
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void take(byte[] bytes) throws IOException {
    long nowNs = System.nanoTime();
    if (armed && bytes.length > 0) {
      listen(bytes, nowNs);
    }
    if (pump != null && syringe != null) {
      byte[] reply = pump.step(bytes, nowNs);
      if (reply.length > 0) {
        line.write(reply);
      }
      moving = syringe.moving();
      if (stopNs != 0 && restNs == 0 && !moving) {
        restNs = System.nanoTime();
      }
    }
  }

  private void listen(byte[] bytes, long nowNs) {
    if (!listening) {
      heard.setLength(0);
      listening = true;
    }
    heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
    int at = heard.indexOf(STOP);
    if (at >= 0) {
      int from = Math.max(0, at - BEFORE);
      int to = Math.min(heard.length(), at + STOP.length() + AFTER);
      packet = heard.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
      listening = false;
      armed = false;
      stopNs = nowNs;
    }
  }

  /** What opens the line at its other end. */
  Path path() {
    return line.slavePath();
  }

  /** Waits until the plunger moves; false if it does not within so long. */
  boolean awaitMoving(long withinMs) {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    while (!moving && System.nanoTime() < endNs) {
      LockSupport.parkNanos(LOOK_NS);
    }
    return moving;
  }

  /** From now on the next stop counts. */
  void arm() {
    stopNs = 0;
    restNs = 0;
    armed = true;
  }

  /**
   * When the bytes of a stop could be read, monotonic ns.
   *
   * @throws IOException if none came within 30 s
   */
  long awaitStopNs() throws IOException {
    long endNs = System.nanoTime() + WITHIN_NS;
    while (stopNs == 0) {
      look(endNs, "no stop");
    }
    return stopNs;
  }

  /** When the plunger was at rest after it, monotonic ns. */
  long awaitRestNs() throws IOException {
    long endNs = System.nanoTime() + WITHIN_NS;
    while (restNs == 0) {
      look(endNs, "the plunger does not rest");
    }
    return restNs;
  }

  private void look(long endNs, String what) throws IOException {
    IOException cause = failure;
    if (cause != null) {
      throw new IOException("the line's other end: " + cause.getMessage(), cause);
    }
    if (System.nanoTime() > endNs) {
      throw new IOException(what + " within 30 s on " + line.slavePath());
    }
    LockSupport.parkNanos(LOOK_NS);
  }

  /** What the last stop was on the line, with what frames its name. */
  byte[] packet() {
    return packet.clone();
  }

  @Override
  public void close() throws IOException {
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.close();
  }
}
