package org.tenuto.benchmarks;

import org.HdrHistogram.Histogram;

/**
 * A whole distribution, to be drawn.
 *
 * @param name as of the figures taken from it, {@code jitter idle ours}
 * @param unit of its values once divided
 * @param perUnit how many of the histogram's units are one of these
 * @param values what was recorded
 */
public record Curve(String name, String unit, double perUnit, Histogram values) {}
