/**
 * The physical world around the pump: drive, syringe, line and vein, on which the pump's code turns
 * a motor.
 *
 * <p>One class is the whole way, {@link org.tenuto.simulator.world.DeliveryPath}; {@link
 * org.tenuto.simulator.world.Syringe} alone is a perfect syringe. What is delivered comes from
 * plunger travel × barrel area of the syringe that is really loaded, whatever the pump was told;
 * nothing here knows of rates, volumes or programs. <em>Delivered</em> is what a perfect syringe of
 * that brand would have given: the high-water mark of net travel × area, which never goes down.
 * What is in the vein is another figure, and it can.
 *
 * <p>The model: the screw moves a pusher (periodic error, backlash), the pusher a rod once the gap
 * is closed; the rod bends and pushes a stopper that sticks and slips; the stopper presses fluid
 * that gives way in proportion to its pressure (barrel, line, air bubbles) and flows out through a
 * resistance into the vein. Between two microsteps each of these is linear, so that a millisecond
 * is one multiplication by a share worked out beforehand: exact, not integrated. Invariant: what
 * the stopper pushed is in the vein, on the floor, or stored in fluid and walls, to the nL.
 *
 * <p>Every number is a {@link org.tenuto.simulator.parameter.Parameter} of {@code Drive}, {@code
 * Barrel} or {@code Line}, with range and origin. Not simulated: inertia, temperature, a stopper
 * that tilts, flow through a bubble, a screw that the plunger turns back, what of the compliance
 * comes late.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O nor random; whatever needs time gets it
 * as an argument. May use the motor ports of {@code firmware}, and {@code parameter}.
 */
@NullMarked
package org.tenuto.simulator.world;

import org.jspecify.annotations.NullMarked;
