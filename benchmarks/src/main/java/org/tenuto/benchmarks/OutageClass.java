package org.tenuto.benchmarks;

import java.util.Locale;

/** How a broker is, or fails to be; the bad ones are those of {@code Manner}. */
enum OutageClass {
  /** A mosquitto. */
  FINE,
  /** Nobody listens. */
  DOWN,
  /** Takes the connection and hangs up a second later. */
  FLAPPING,
  /** Takes the connection and never says another word. */
  MUTE,
  /** Reads 100 bytes a second. */
  SLOW,
  /** Sends what nobody asked for, a hundred times a second. */
  HOSTILE,
  /** Announces a packet of 256 MiB to each connection. */
  HUGE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
