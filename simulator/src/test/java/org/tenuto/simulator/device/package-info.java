/**
 * The real executor cycle and driver against the simulated pump, in one thread and virtual time.
 */
@org.jspecify.annotations.NullMarked
package org.tenuto.simulator.device;
