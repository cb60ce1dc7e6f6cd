/**
 * The quantities of the ward, each a record over one {@code long} in the unit its component is
 * named after: nL, nL/h, ng, ng/mL, ng per kg and hour, g.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. Lowest floor: depends on nothing. Exact
 * arithmetic only; nothing here rounds without saying in its name in which direction.
 */
@NullMarked
package org.tenuto.quantity;

import org.jspecify.annotations.NullMarked;
