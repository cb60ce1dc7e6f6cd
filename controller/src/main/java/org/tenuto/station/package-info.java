/**
 * The station process: the page, the record and the telemetry around the executor, and the tools
 * that read the record.
 *
 * <p>Wiring: may use every room except {@code driver}, {@code linux} and {@code executor}; it alone
 * knows {@code web}, {@code journal}, {@code telemetry} and {@code link} together.
 *
 * <p>Threads: the record keeper (drains the executor's events, makes them durable, and by that
 * earns the heartbeat; sends commands after their intent is durable), the web server's, the
 * telemetry publisher's. Stop and Pause go from the web thread straight to their counters. It may
 * crash and come back while the executor goes on.
 */
@NullMarked
package org.tenuto.station;

import org.jspecify.annotations.NullMarked;
