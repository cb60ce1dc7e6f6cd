/**
 * The pump as the controller sees it: a port, what it can do, what it reports, and the ledger of
 * what was delivered.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use {@code quantity} and {@code dose}.
 * Implemented only by {@code driver} rooms and the simulator.
 */
@NullMarked
package org.tenuto.pump;

import org.jspecify.annotations.NullMarked;
