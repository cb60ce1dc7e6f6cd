/**
 * How accurate a simulated infusion is: the test of IEC 60601-2-24 on the pump's own code and the
 * physical world.
 *
 * <p>An infusion runs for two hours in virtual time; what has gone into the vein is weighed every
 * half minute. Its flow over the two hours is the start-up curve; the worst windows of 1 to 31
 * minutes of the second hour make the trumpet curve. Both are figures of a model: the page and
 * every other output say so, together with each number that went into it.
 *
 * <p>Invariants: the same rates, conditions and seed give the same figures; no figure depends on
 * the machine. The pump is told what the controller tells it, in its basic mode; nothing here knows
 * the pump's insides, nor what the world is made of.
 *
 * <p>Threads: none; one caller. Only the command does I/O. May use {@code firmware}, {@code world}
 * and {@code parameter}, the controller's quantities and its {@code station}'s way to write a whole
 * file; must not use {@code org.tenuto.driver}.
 */
@NullMarked
package org.tenuto.simulator.accuracy;

import org.jspecify.annotations.NullMarked;
