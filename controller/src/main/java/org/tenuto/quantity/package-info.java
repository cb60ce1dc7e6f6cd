/**
 * The quantities of the ward, each a record over one {@code long} in the unit its component is
 * named after: nL, nL/h, ng, ng/h, ng/mL, ng/kg, ng per kg and hour, pg/mL, g, mm, Pa, s.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. Lowest floor: depends on nothing. Exact
 * arithmetic only; nothing here rounds without saying in its name in which direction. What does not
 * come out even stays a {@code Ratio} until somebody rounds it.
 *
 * <p>Text: {@code parse} of each record takes what people write, in one unit and one form, and
 * refuses all else in a one-line {@code QuantityFormatException}; {@code text} writes by ISMP rules,
 * exactly. {@code parse} reads that back to the same value, or refuses it where it has more digits
 * than people may write; never to another value.
 *
 * <p>Any thread; values are immutable. Everything with a {@code BigDecimal} or text allocates and
 * stays out of the cycle; {@code compareTo}, {@code plus} and {@code remainingAfter} are cheap.
 */
@NullMarked
package org.tenuto.quantity;

import org.jspecify.annotations.NullMarked;
