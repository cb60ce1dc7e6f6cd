package org.tenuto.telemetry;

import java.time.Instant;

/**
 * How telemetry fares, for the page.
 *
 * @param connected whether the broker is reached
 * @param since since when that is so, wall time
 * @param backlog events the broker has not acknowledged, 0 or more
 * @param problem why it is not connected or what was refused, one line; empty if all is well
 */
public record LinkState(boolean connected, Instant since, long backlog, String problem) {}
