package org.tenuto.station;

import org.tenuto.observation.Thresholds;

/**
 * How a site observes.
 *
 * @param thresholds what readings are held against
 * @param autoPause whether the device pauses by itself for a confirmed reading; it never resumes
 * @param baseline whether an order is started only after the observations before it
 */
public record ObservationRules(Thresholds thresholds, boolean autoPause, boolean baseline) {}
