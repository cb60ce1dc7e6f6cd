/**
 * Drives syringe pumps of the New Era NE-1000 family over a serial line, in their safe mode: every
 * packet carries a CRC and the pump stops by itself after 1 s without one.
 *
 * <p>How it works: {@link org.tenuto.driver.newera.NewEraPump} takes one step per control cycle:
 * {@link org.tenuto.driver.newera.Hearing} judges what came, {@link
 * org.tenuto.driver.newera.Duties} begins what is due, and both change the one {@link
 * org.tenuto.driver.newera.Conduct}. It follows fixed {@link org.tenuto.driver.newera.Script}s of
 * {@link org.tenuto.driver.newera.Step}s through an {@link org.tenuto.driver.newera.Exchange},
 * which keeps exactly one request in flight; {@link org.tenuto.driver.newera.ReplyDecoder} turns
 * bytes into a {@link org.tenuto.driver.newera.Reply}. {@link
 * org.tenuto.driver.newera.NewEraResolution} says which rates and volumes the pump can be told at
 * all.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The first bytes are STP; from a wish to stop until the pump reports S only STP is sent;
 *       unconfirmed for 500 ms, nothing is sent for 2 s, so that the pump's watchdog stops it.
 *   <li>RUN is sent once per program, after every setting was read back, and is never repeated. VOL
 *       is never 0: the pump's own target ends every program.
 *   <li>Phase 2 is always STP; a stopped pump is parked with phase 1 = STP, so that its own Start
 *       key moves nothing.
 *   <li>Nothing is written while the line still holds bytes of an earlier write.
 *   <li>A reply that may belong to an earlier request (after a time-out, an alarm, an aborted
 *       request) is never taken for the answer to a later one of another kind: after any such doubt
 *       the line is left quiet for 100 ms and what comes is dropped.
 *   <li>A cycle allocates nothing, also while it programs the pump.
 * </ul>
 *
 * <p>Threads: the loop thread only. May use {@code quantity}, {@code dose} and {@code pump}; no
 * clock, no sleep, no I/O but {@link org.tenuto.driver.newera.SerialLine}, no native calls.
 */
@NullMarked
package org.tenuto.driver.newera;

import org.jspecify.annotations.NullMarked;
