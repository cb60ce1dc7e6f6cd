/**
 * Many devices on one broker, for whoever builds or tries what watches them.
 *
 * <p>A few whole sessions of the controller's own code run in virtual time and what they publish is
 * recorded; each device of the fleet plays these recordings in real time, one after the other, each
 * from another moment on, with clocks, a record and order ids of its own. Every figure was computed
 * by a controller. What publishes them is the controller's own publisher, so topics, quality of
 * service, retained messages and the last will are a device's.
 *
 * <p>What is not as recorded: wall and monotonic time, wire sequence and hash chain, order ids, and
 * after a session the device rests in its last state, is switched off and begins another one. Where
 * a recording is silent for longer than 3 s, for whatever reason, the connection is cut and the
 * broker says the will. The status is played second by second, or finer where {@code last} told of
 * a change in between.
 *
 * <p>Threads: a virtual one for each device, which owns it, and the few of its connection virtual
 * too: 500 devices cost some ten threads of the machine.
 */
@NullMarked
package org.tenuto.simulator.fleet;

import org.jspecify.annotations.NullMarked;
