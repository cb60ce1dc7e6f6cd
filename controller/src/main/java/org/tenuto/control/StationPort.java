package org.tenuto.control;

import org.jspecify.annotations.Nullable;

/**
 * The station as the executor sees it. Every call is bounded, waits for nothing and comes from the
 * loop thread; what is read is untrusted and has been checked for form (length, CRC, known type,
 * known enum values) before it gets here, not for sense.
 */
public interface StationPort {

  /** Boot id of the station that is attached; 0 if none is. */
  long stationBootId();

  /**
   * A number that changes each time the station has made events durable. Unchanged for 4 s means
   * that nobody keeps the record.
   */
  long heartbeat();

  /**
   * Cycle of the figures that a page last said it shows, of this boot of the executor; 0 if none
   * has. Whoever keeps it does not judge it.
   */
  long pageShows();

  /** Whether a stop was asked for since the last call. Outside the ring: it can't be full. */
  boolean takeStop();

  /** Whether a pause was asked for since the last call. Outside the ring: it can't be full. */
  boolean takePause();

  /** The next command, at most one a call; null if there is none. */
  @Nullable StationCommand poll();

  /**
   * Hands an event up; false if the record can't keep up, and a delivery must end: the event took
   * one of the last places, kept for what ends it, or was dropped and counted by the port.
   */
  boolean offer(ExecutorEvent event);

  /** Replaces the status snapshot. Allocates nothing. */
  void publish(StatusSnapshot snapshot);
}
