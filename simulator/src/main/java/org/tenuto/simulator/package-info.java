/**
 * The simulator as a process: one pump on one pseudo-terminal, and the physical truth on file.
 *
 * <p>One loop, one thread: wait at most 1 ms for bytes, let pump and syringe live up to now, write
 * the replies, note the truth ten times a second. The loop reads the clock once a turn; everything
 * below gets it as an argument. A stop from another thread is only a flag.
 *
 * <p>May use every room of the simulator. Must not use {@code org.tenuto.driver}.
 */
@NullMarked
package org.tenuto.simulator;

import org.jspecify.annotations.NullMarked;
