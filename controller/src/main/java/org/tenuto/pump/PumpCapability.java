package org.tenuto.pump;

/**
 * What a pump has sensors for. What it lacks is "not monitored": shown before Start, never assumed
 * fine.
 *
 * @param model name as the pump reports it or the configuration says
 * @param ownVolumeTarget whether the pump itself stops at a volume
 * @param ownWatchdog whether the pump itself stops when it hears nothing
 * @param pressure line pressure
 * @param air air in line
 * @param plunger plunger captured by the pusher
 * @param power mains and battery
 */
public record PumpCapability(
    String model,
    boolean ownVolumeTarget,
    boolean ownWatchdog,
    boolean pressure,
    boolean air,
    boolean plunger,
    boolean power) {}
