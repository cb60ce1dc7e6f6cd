package org.tenuto.benchmarks;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.ReadBack;

/**
 * A station in the executor's own memory, without a link. It brings a device up, and may then hand
 * it over. Allocates nothing itself. One thread.
 */
final class MemoryStation implements StationPort {

  private static final long BOOT = 77;

  private long beats;
  private long shown;
  private @Nullable StationCommand command;
  private @Nullable ReadBack readBack;
  private @Nullable StatusSnapshot snapshot;

  /** The command the next cycle finds. */
  void send(StationCommand next) {
    command = next;
  }

  /** Sign of life. */
  void beat() {
    beats++;
  }

  /** A page shows the figures of this cycle. */
  void show(long cycle) {
    shown = cycle;
  }

  /** The last read-back that came. */
  @Nullable ReadBack readBack() {
    return readBack;
  }

  /** The snapshot that every cycle fills anew; null before the first. */
  @Nullable StatusSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public long stationBootId() {
    return BOOT;
  }

  @Override
  public long heartbeat() {
    return beats;
  }

  @Override
  public long pageShows() {
    return shown;
  }

  @Override
  public boolean takeStop() {
    return false;
  }

  @Override
  public boolean takePause() {
    return false;
  }

  @Override
  public @Nullable StationCommand poll() {
    StationCommand next = command;
    command = null;
    return next;
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    if (event instanceof ExecutorEvent.OrderReadBack shown) {
      readBack = shown.readBack();
    }
    return true;
  }

  @Override
  public void publish(StatusSnapshot latest) {
    snapshot = latest;
  }
}
