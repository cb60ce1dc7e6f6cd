package org.tenuto.monitor.web;

/**
 * What the watcher itself knows of a device.
 *
 * @param freshness FRESH, LATE, STALE or OFFLINE
 * @param missing events missing since the first one seen
 */
public record Trust(String freshness, long missing) {}
