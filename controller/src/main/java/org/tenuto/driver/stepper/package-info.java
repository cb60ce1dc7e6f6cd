/**
 * Drives a stepper motor on a lead screw by STEP, DIR and ENABLE from the control cycle, with an
 * encoder on the screw and a switch at either end.
 *
 * <p>How it works: {@link org.tenuto.driver.stepper.StepVolume} knows what a microstep is in a
 * syringe, as a rational number; {@link org.tenuto.driver.stepper.StepPlan} turns rate and volume
 * into edges, one accumulator in integers; {@link org.tenuto.driver.stepper.StepperPump} puts them
 * on {@link org.tenuto.driver.stepper.MotorLines} and holds {@link
 * org.tenuto.driver.stepper.Sensors} against them; {@link org.tenuto.driver.stepper.Delivered} is
 * what an order has received at least and at most. {@link
 * org.tenuto.driver.stepper.StepperResolution} is what the guardrail asks.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A program makes exactly the microsteps that are within its volume; never one more, whatever
 *       fails, for each one is a rising edge that only a cycle makes.
 *   <li>After n cycles at full pace there are ⌊n × rate / microstep⌋ edges: no drift, ever.
 *   <li>At most one rising edge in two cycles; the step rate rises by no more than the build's
 *       acceleration; a cycle that did not happen is forfeited and counted.
 *   <li>ENABLE is off but for a program; the first call and every stop put it off.
 *   <li>The plunger is only ever pushed.
 *   <li>A cycle allocates nothing.
 * </ul>
 *
 * <p>The motor has no target and no watchdog of its own. It needs none for a dead or halted
 * executor: every microstep is made by a cycle, so the plunger rests with the last one, at once,
 * and nothing is given beyond it. What it lacks is a second opinion: the count of edges that ends a
 * program is this room's own; encoder, ledger and checks are what holds against it.
 *
 * <p>Threads: the loop thread only. May use {@code quantity}, {@code dose} and {@code pump}; no
 * clock, no sleep, no I/O but {@link org.tenuto.driver.stepper.MotorLines}.
 */
@NullMarked
package org.tenuto.driver.stepper;

import org.jspecify.annotations.NullMarked;
