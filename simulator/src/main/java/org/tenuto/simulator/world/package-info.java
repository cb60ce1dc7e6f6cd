/**
 * The physical world around the pump: a syringe whose plunger is where the motor has pushed it, and
 * a line that resists the flow.
 *
 * <p>What is delivered comes from plunger travel × barrel area of the syringe that is really
 * loaded, whatever the pump was told; it knows nothing of rates, volumes or programs. Delivered
 * volume is the high-water mark of net travel: what was drawn back out of the line is not delivered
 * twice, and the figure never goes down. Not simulated yet: compliance, backlash, the end of the
 * barrel.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O; whatever needs time gets it as an
 * argument. May use the motor port of {@code firmware}.
 */
@NullMarked
package org.tenuto.simulator.world;

import org.jspecify.annotations.NullMarked;
