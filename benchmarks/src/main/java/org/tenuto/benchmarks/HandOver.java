package org.tenuto.benchmarks;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;

/** Lets one station bring a device up and another stay with it. Allocates nothing. One thread. */
final class HandOver implements StationPort {

  private StationPort station;

  HandOver(StationPort first) {
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

  @Override
  public long pageShows() {
    return station.pageShows();
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
