package org.tenuto.web;

import org.tenuto.observation.Observations;
import org.tenuto.observation.Thresholds;

/**
 * What is observed, at one moment.
 *
 * @param autoPause whether the device pauses by itself for a confirmed reading
 * @param nowNs monotonic ns, by the clock of what was observed
 */
public record ObservationView(
    Observations seen, Thresholds thresholds, boolean autoPause, long nowNs) {}
