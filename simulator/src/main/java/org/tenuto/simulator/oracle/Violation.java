package org.tenuto.simulator.oracle;

/**
 * A promise that was not kept.
 *
 * @param oracle which one, by its name
 * @param atNs when, virtual monotonic ns
 * @param text what was seen and what was promised, one line
 */
public record Violation(String oracle, long atNs, String text) {}
