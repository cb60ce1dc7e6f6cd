package org.tenuto.linux;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.driver.newera.SerialLine;

/**
 * The cable to the pump, come back after it was lost: a lost line is given up and opened anew, once
 * a second, until it is there again.
 *
 * <p>Threads: the loop calls the {@link SerialLine} and never waits. Opening and closing a line may
 * block, so a helper of normal priority does both: the loop hands it the lost line, it hands the
 * loop a new one that is set up already. A call without a loss allocates nothing and differs from
 * {@link TermiosLine} by nothing.
 *
 * <p>A loss is always seen: {@link #read} answers -1 at least once before it reads from a new line,
 * so the driver latches its fault and starts again with STP. A new line of the other kind (a real
 * port where a pseudo-terminal was, or the other way round) is refused: what a demonstration may
 * drive was decided at the start.
 */
public final class ReopeningLine implements SerialLine, AutoCloseable {

  /** Opens the line and sets it up; may block. */
  interface Opener {
    TermiosLine open() throws IOException;
  }

  private static final long RETRY_NS = 1_000_000_000;

  private final Opener opener;
  private final Consumer<String> log;
  private final long retryNs;
  private final boolean pty;
  private final Thread helper;

  /** From the loop to the helper: to be closed, then opened anew. */
  private final AtomicReference<@Nullable TermiosLine> lost = new AtomicReference<>();

  /** From the helper to the loop: open and set up. */
  private final AtomicReference<@Nullable TermiosLine> ready = new AtomicReference<>();

  private volatile boolean closed;

  /** Of the loop thread; null while there is none. */
  private @Nullable TermiosLine line;

  ReopeningLine(Opener opener, long retryNs, Consumer<String> log) throws IOException {
    this.opener = opener;
    this.retryNs = retryNs;
    this.log = log;
    TermiosLine first = opener.open();
    line = first;
    pty = first.isPty();
    helper = Thread.ofPlatform().daemon().name("line-reopen").unstarted(this::help);
    helper.start();
  }

  /**
   * Opens and sets up a line. Any thread, before the loop starts.
   *
   * @param log takes one line of text for each loss and each return; on the helper thread
   * @throws IOException as {@link TermiosLine#open}: a line must be there at the start
   */
  public static ReopeningLine open(String path, int baud, Consumer<String> log) throws IOException {
    return new ReopeningLine(() -> TermiosLine.open(path, baud), RETRY_NS, log);
  }

  /** Whether this is a pseudo-terminal, now and after every return. */
  public boolean isPty() {
    return pty;
  }

  @Override
  public int read(byte[] into) {
    TermiosLine open = line;
    if (open == null) {
      line = ready.getAndSet(null);
      return -1; // also for the cycle that finds a new line: the loss is seen first
    }
    int count = open.read(into);
    if (count < 0) {
      line = null;
      lost.set(open); // never touched by this thread again
    }
    return count;
  }

  @Override
  public int write(byte[] from, int length) {
    TermiosLine open = line;
    return open == null ? -1 : open.write(from, length);
  }

  @Override
  public int queued() {
    TermiosLine open = line;
    return open == null ? -1 : open.queued();
  }

  @Override
  public void discardOutput() {
    TermiosLine open = line;
    if (open != null) {
      open.discardOutput();
    }
  }

  /** Gives the line back, and what the helper may just have opened. After the loop has ended. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(helper);
    close(line);
    line = null;
    close(lost.getAndSet(null));
    close(ready.getAndSet(null));
  }

  private void help() {
    while (!closed) {
      LockSupport.parkNanos(retryNs);
      TermiosLine gone = lost.getAndSet(null);
      if (gone != null) {
        log.accept("pump line " + gone + ": trying again every second");
        // First closed, then opened: an adapter that is still held comes back under another name.
        close(gone);
        reopen();
      }
    }
  }

  private void reopen() {
    String last = "";
    while (!closed) {
      String refusal = tryOnce();
      if (refusal.isEmpty()) {
        return;
      }
      if (!refusal.equals(last)) {
        log.accept(refusal);
        last = refusal;
      }
      LockSupport.parkNanos(retryNs);
    }
  }

  /** Opens the line and hands it over; else the reason, in one line. */
  private String tryOnce() {
    try {
      TermiosLine opened = opener.open();
      if (opened.isPty() != pty) {
        close(opened);
        return "pump line " + opened + ": expected " + (pty ? "a" : "no") + " pseudo-terminal";
      }
      log.accept("pump line " + opened + ": open again");
      ready.set(opened);
      if (closed) { // close() may have looked before: whoever takes it out closes it
        close(ready.getAndSet(null));
      }
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void close(@Nullable TermiosLine open) {
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return String.valueOf(line);
  }
}
