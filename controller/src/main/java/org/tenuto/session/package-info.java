/**
 * The therapy session around an order: what staff have to see, ask, tick and write down before,
 * beside and after it, as a value. What they enter is a {@link org.tenuto.session.SessionFact};
 * {@link org.tenuto.session.TherapySession} is what the facts so far amount to, so that a restarted
 * station has it again from its record.
 *
 * <p>A pure room: no I/O, clock, thread or random; wall-clock times are arguments, ms since 1970.
 * Everything here is immutable. May use {@code quantity} and {@code dose}.
 *
 * <p>It says which step is next and why an order may not start yet; the station asks. The executor
 * knows nothing of it: pausing, stopping and alarms never depend on a step. What is asked for are
 * the items of {@link org.tenuto.session.SessionItems}; a site leaves out what does not apply to it.
 */
@NullMarked
package org.tenuto.session;

import org.jspecify.annotations.NullMarked;
