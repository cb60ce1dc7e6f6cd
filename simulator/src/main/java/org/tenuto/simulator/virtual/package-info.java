/**
 * The device's processes in virtual time: the real executor, the real station, the simulated pump,
 * stepped a millisecond at a time by one thread, as fast as the machine can.
 *
 * <p>Each process here is the controller's own code on the edges of {@code boundary}: the link in
 * this process's memory instead of shared memory, a modelled cable, disk and broker. Nothing of the
 * controller is left out but its threads, its system calls and the page's markup. A process dies by
 * being dropped, at any operation of an edge; what it wrote to link and disk stays as it would.
 *
 * <p>Threads: none; one caller, who moves the time. Uses neither clock nor I/O.
 */
@NullMarked
package org.tenuto.simulator.virtual;

import org.jspecify.annotations.NullMarked;
