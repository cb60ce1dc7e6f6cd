/**
 * A broker that treats those who connect badly, on a real socket of loopback: what a device must
 * live with, for tests and benchmarks of whole processes. In virtual time the modelled broker of
 * {@code boundary} does the same.
 *
 * <p>Knows as much of MQTT as its manner needs: it takes every connection. Threads: one listens,
 * one for each connection; all are daemons and end with {@code close()}.
 */
@NullMarked
package org.tenuto.simulator.broker;

import org.jspecify.annotations.NullMarked;
