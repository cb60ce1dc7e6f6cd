/**
 * The executor as one step: {@code ControlCycle.run(nowNs)}, the loop that calls it each
 * millisecond, and what it says to and hears from the station.
 *
 * <p>Pure: no I/O, no clock, no thread of its own, no random. May use every pure room. Its ports
 * ({@link org.tenuto.control.MonotonicClock}, {@link org.tenuto.control.CycleTimer}, {@link
 * org.tenuto.control.StationPort}) are implemented by {@code linux} and {@code link}; {@link
 * org.tenuto.control.Panel}, lamp and buzzer, and {@link org.tenuto.control.PanelInputs}, e-stop and
 * buttons, by the board's panel. The independent checks of a cycle are
 * the room {@code control.check}; {@code Checks} is the list of them.
 *
 * <p>Commands come by {@code CommandDesk}; {@code ReadBackDesk} reads orders and changes back, {@code
 * PrimingDesk} primings; {@code Delivery} alone tells the pump to run. A change acts on a pump at
 * rest: a running one is stopped for it, within tens of milliseconds, and goes on. A cycle
 * without a state change allocates nothing, one with a change less than 1 kB but for reading an order
 * back; nothing here boxes, formats or streams in the cycle.
 */
@NullMarked
package org.tenuto.control;

import org.jspecify.annotations.NullMarked;
