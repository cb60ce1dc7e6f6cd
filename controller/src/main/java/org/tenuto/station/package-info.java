/**
 * The station: the page, the record and the telemetry around the executor, and the tools
 * that read the record.
 *
 * <p>Wiring: may use every room except {@code driver}, {@code linux} and {@code executor}; it alone
 * knows {@code web}, {@code journal}, {@code telemetry} and {@code link} together.
 *
 * <p>Its work, {@link org.tenuto.station.StationWork}, has neither thread nor clock: it is stepped,
 * and asks the {@link org.tenuto.station.StationClock} it was given. In virtual time one thread steps
 * it beside the executor's cycle; the same steps in the same order make the same record, hash for
 * hash. Only {@code BoardClock} reads the board's clocks.
 *
 * <p>Threads of the process: the record keeper's (drains the executor's events, makes them durable,
 * and by that earns the heartbeat; sends commands after their intent is durable), one that looks for
 * standstills, the telemetry publisher's, the web server's, which wait at the desk for an answer.
 * Stop and Pause go from the web thread straight to their counters. It may crash and come back while
 * the executor goes on.
 */
@NullMarked
package org.tenuto.station;

import org.jspecify.annotations.NullMarked;
