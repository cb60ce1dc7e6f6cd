/**
 * The demo: every process of a device, a broker and a monitor, real and together, on one machine.
 *
 * <p>Starts the processes through the launcher, watches them, and stops them. In {@code --auto} it
 * is a member of staff without a browser: it orders over the station's HTTP interface, and judges
 * from the simulator's truth, the journal and what the monitor received. Holds no part of the
 * controller and none of the drug's arithmetic.
 *
 * <p>{@code aot} plays a short session in the same way, from which the JVMs of executor and station
 * make the caches they start from ({@link org.tenuto.simulator.demo.AotRun}).
 */
@NullMarked
package org.tenuto.simulator.demo;

import org.jspecify.annotations.NullMarked;
