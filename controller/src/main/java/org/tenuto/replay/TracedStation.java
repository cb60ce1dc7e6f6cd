package org.tenuto.replay;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.link.CommandBytes;

/** What the station asks is told; what is published is decided. */
final class TracedStation implements StationPort {

  private final StationPort station;
  private final Trace trace;
  private final CommandBytes commands = new CommandBytes();

  TracedStation(StationPort station, Trace trace) {
    this.station = station;
    this.trace = trace;
  }

  @Override
  public long stationBootId() {
    return trace.note(Input.STATION_BOOT, station.stationBootId());
  }

  @Override
  public long heartbeat() {
    return trace.note(Input.HEARTBEAT, station.heartbeat());
  }

  @Override
  public long pageShows() {
    return trace.note(Input.PAGE_SHOWS, station.pageShows());
  }

  @Override
  public boolean takeStop() {
    return trace.note(Input.STOP, station.takeStop());
  }

  @Override
  public boolean takePause() {
    return trace.note(Input.PAUSE, station.takePause());
  }

  @Override
  public @Nullable StationCommand poll() {
    StationCommand actual = station.poll();
    int length = actual == null ? 0 : commands.write(actual);
    int told = trace.bytes(Input.COMMAND, commands.bytes(), length);
    return actual != null || told == 0 ? actual : commands.read();
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    return trace.note(Input.OFFERED, station.offer(event));
  }

  @Override
  public void publish(StatusSnapshot snapshot) {
    trace.decisions().add(snapshot);
    station.publish(snapshot);
  }
}
