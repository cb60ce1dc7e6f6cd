package org.tenuto.link;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the file of a station that has come, or come back, and hands its mapping to the loop. A
 * thread of its own at normal priority, below the loop's, for looking is file system work and
 * allocates; or whoever steps both ends calls {@link #look}.
 *
 * <p>It looks only while the present station does not beat: a station that was replaced has stopped
 * beating, and while one beats nothing is allocated.
 */
final class StationWatch implements AutoCloseable {

  /** Time between two looks. */
  private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Looks without a beat, at one beat a second at least, before the file system is asked. */
  private static final int SILENT_LOOKS = 12;

  private final PeerEnd place;
  private final Thread thread;
  private volatile @Nullable LinkFile found;
  private volatile @Nullable String refusal;
  private volatile boolean closed;
  private long beat;
  private int silentLooks;

  StationWatch(PeerEnd place) {
    this.place = place;
    search();
    thread = new Thread(this::run, "link-watch");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The newest station file; null if there has been none. Any thread. */
  @Nullable LinkFile found() {
    return found;
  }

  /** Why the file that is there was not taken; null if it was, or there is none. Any thread. */
  @Nullable String refusal() {
    return refusal;
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(this, PERIOD_NS);
      look();
    }
  }

  /** One look. Allocates nothing while the station beats. */
  void look() {
    LinkFile station = found;
    if (station != null) {
      long now = station.get(LinkLayout.HEARTBEAT, beat);
      silentLooks = now == beat ? silentLooks + 1 : 0;
      beat = now;
      if (silentLooks < SILENT_LOOKS) {
        return;
      }
    }
    search();
  }

  private void search() {
    try {
      if (place.mayHaveChanged(found)) {
        LinkFile next = place.open();
        if (next != null) {
          found = next;
          silentLooks = 0;
        }
      }
      refusal = null;
    } catch (IOException e) {
      refusal = e.getMessage();
    }
  }

  /** Ends the thread. Not by an interrupt: that would close a channel under it. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is a daemon and ends within one look
    }
  }
}
