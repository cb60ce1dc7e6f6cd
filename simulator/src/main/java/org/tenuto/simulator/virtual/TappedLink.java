package org.tenuto.simulator.virtual;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.link.ExecutorLink;

/** The executor's end of the link, where what passes upwards can be heard. */
final class TappedLink implements StationPort {

  private final ExecutorLink link;
  private final EventTap tap;
  private @Nullable StatusSnapshot said;

  TappedLink(ExecutorLink link, EventTap tap) {
    this.link = link;
    this.tap = tap;
  }

  /** What the executor published last; it fills the same object anew in each cycle. */
  @Nullable StatusSnapshot said() {
    return said;
  }

  @Override
  public long stationBootId() {
    return link.stationBootId();
  }

  @Override
  public long heartbeat() {
    return link.heartbeat();
  }

  @Override
  public long pageShows() {
    return link.pageShows();
  }

  @Override
  public boolean takeStop() {
    return link.takeStop();
  }

  @Override
  public boolean takePause() {
    return link.takePause();
  }

  @Override
  public @Nullable StationCommand poll() {
    return link.poll();
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    tap.heard(event);
    boolean handedOn = link.offer(event);
    if (!handedOn) {
      tap.lost(event);
    }
    return handedOn;
  }

  @Override
  public void publish(StatusSnapshot snapshot) {
    said = snapshot;
    link.publish(snapshot);
  }
}
