package org.tenuto.replay;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;

/** The station's place in a replay: what it said is in the recording. */
final class SilentStation implements StationPort {

  private final Consumer<ExecutorEvent> events;

  SilentStation(Consumer<ExecutorEvent> events) {
    this.events = events;
  }

  @Override
  public long stationBootId() {
    return 0;
  }

  @Override
  public long heartbeat() {
    return 0;
  }

  @Override
  public long pageShows() {
    return 0;
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
    return null;
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    events.accept(event);
    return true;
  }

  @Override
  public void publish(StatusSnapshot snapshot) {
    // Nobody watches; the decisions are summed up before.
  }
}
