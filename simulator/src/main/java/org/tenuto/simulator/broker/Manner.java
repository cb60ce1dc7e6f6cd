package org.tenuto.simulator.broker;

/** How a broker treats whoever connects. */
public enum Manner {
  /** Takes the connection and hangs up a second later. */
  FLAPPING,
  /** Takes the connection and never says another word. */
  MUTE,
  /** Reads 100 bytes a second. */
  SLOW,
  /** Sends what nobody asked for, a hundred times a second. */
  HOSTILE,
  /** Announces a packet of 256 MiB to each connection. */
  HUGE
}
