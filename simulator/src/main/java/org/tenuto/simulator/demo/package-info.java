/**
 * The demo: every process of a device, a broker and a monitor, real and together, on one machine.
 *
 * <p>Starts the processes through the launcher, watches them, and stops them. In {@code --auto} it
 * is a member of staff without a browser: it orders over the station's HTTP interface, and judges
 * from the simulator's truth, the journal and what the monitor received. Holds no part of the
 * controller and none of the drug's arithmetic.
 */
@NullMarked
package org.tenuto.simulator.demo;

import org.jspecify.annotations.NullMarked;
