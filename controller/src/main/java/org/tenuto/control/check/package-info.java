/**
 * The independent checks of a cycle: one small class each, one test each.
 *
 * <p>A {@link org.tenuto.control.check.Check} knows its alarm condition and looks at the {@link
 * org.tenuto.control.check.Moment}, all that is known in a cycle; it acts on nothing. Its limits
 * are {@link org.tenuto.control.check.Threshold}s, each with a range and a source. A check whose
 * sensor the pump lacks, or whose limit has no source and was not configured, is not monitored: it
 * finds nothing, and the device says so before Start.
 *
 * <p>Checks know nothing of each other: several may find the same event, and each says so. All are
 * asked in every cycle, in every state; which states a check judges is its own business.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use every room below {@code control}, and
 * not {@code control} itself. Loop thread only; allocates nothing, but for an order that is new.
 */
@NullMarked
package org.tenuto.control.check;

import org.jspecify.annotations.NullMarked;
