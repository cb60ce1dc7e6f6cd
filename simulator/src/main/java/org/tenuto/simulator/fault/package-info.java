/**
 * What can go wrong with a pump and its line, and when: a thin first set.
 *
 * <p>A fault has a kind and a moment, counted from the start of the simulator ({@code mute@20s}) or
 * from the first movement of the motor ({@code stall@delivering+5s}); it then stays, except that a
 * power blink is over at once and a cut line may come back. The faults act on what passes between
 * the line, the pump's code and the plunger; none of the three knows of them.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O. May use {@code firmware} and {@code
 * world}.
 */
@NullMarked
package org.tenuto.simulator.fault;

import org.jspecify.annotations.NullMarked;
