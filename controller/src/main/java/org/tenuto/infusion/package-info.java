/**
 * The infusion itself: its states, what moves it from one to the next, and its order,
 * of one or several phases, each delivered to its own volume. Filling the line belongs to no order
 * and has a ledger of its own; what the pump does is booked in exactly one of the two.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use {@code quantity}, {@code dose}, {@code
 * pump} and {@code alarm}. Transitions take enums and predicates, never numbers.
 */
@NullMarked
package org.tenuto.infusion;

import org.jspecify.annotations.NullMarked;
