/**
 * What a remote watcher runs: subscribes to the telemetry of any number of devices and shows what
 * they said, how old it is, and what is missing. Not an alarm system, and says so.
 *
 * <p>The subscriber's contract: a device is FRESH while a live message came within 3 s, LATE to 10
 * s, then STALE; OFFLINE when its last will or its goodbye says so, until it says ONLINE. Freshness
 * is judged by the arrival of {@code live} on the watcher's own monotonic clock, never by a time
 * the device wrote or by a retained message. Gaps in the events are counted and shown, never
 * filled; what the device computed is never computed again; a code it does not know is shown as it
 * stands.
 *
 * <p>Never publishes: no acknowledge, silence, start, stop or rate.
 *
 * <p>Threads: Paho's thread hands messages over through a bounded queue; one thread of ours
 * decodes, judges, prints and tells the page ({@code web}), with the time as an argument
 * throughout. A message that does not fit into the queue is counted and said.
 *
 * <p>Runs until Ctrl-C; exit code 2 for bad usage. A broker that is down is said and tried again.
 */
@NullMarked
package org.tenuto.monitor;

import org.jspecify.annotations.NullMarked;
