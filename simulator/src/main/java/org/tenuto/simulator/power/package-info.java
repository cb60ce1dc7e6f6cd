/**
 * What the board lives on: mains and battery, as a state for others to act on.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O.
 */
@NullMarked
package org.tenuto.simulator.power;

import org.jspecify.annotations.NullMarked;
