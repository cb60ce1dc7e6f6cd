package org.tenuto.benchmarks;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;

/** Lets one station bring a device up and another stay with it. Allocates nothing. One thread. */
final class HandOver implements StationPort {

  private final StationPort first;
  private StationPort station;

  HandOver(StationPort first) {
    this.first = first;
    station = first;
  }

  /** From now on the device is that station's. */
  void to(StationPort next) {
    station = next;
  }

  @Override
  public long stationBootId() {
    return station.stationBootId();
  }

  @Override
  public long heartbeat() {
    return station.heartbeat();
  }

  /** Of the first: the position in the link never goes back, and its devices are many. */
  @Override
  public long pageShows() {
    return first.pageShows();
  }

  @Override
  public boolean takeStop() {
    return station.takeStop();
  }

  @Override
  public boolean takePause() {
    return station.takePause();
  }

  @Override
  public @Nullable StationCommand poll() {
    return station.poll();
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    return station.offer(event);
  }

  @Override
  public void publish(StatusSnapshot snapshot) {
    station.publish(snapshot);
  }
}
