package org.tenuto.linux;

/**
 * One output and the level it has from the moment it is claimed.
 *
 * @param offset number of the line on its chip, from 0
 * @param activeLow whether it is active while it is physically low
 * @param active whether it is claimed active
 */
public record OutputLine(int offset, boolean activeLow, boolean active) {}
