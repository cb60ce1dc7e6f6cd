/**
 * The session report: one order of this device on paper, told by its journal alone.
 *
 * <p>{@code SessionIndex} finds the orders that were started and shares all records out among them,
 * none twice and none left over. {@code SessionFacts} gathers what the records of one say: device,
 * order, alarms, acts of staff, delivery. The {@code …Section}s write that down as one HTML file,
 * {@code CurveSheet} draws it; nothing in the file is loaded from anywhere and no script runs. The
 * {@code …Json}s write the same for programs.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>What is not on record is said not to be: a gap stays a gap, a delivery nobody saw the end
 *       of counts with what can have flowed.
 *   <li>Volume and drug always with their bracket: at least rounded down, at most rounded up.
 *   <li>A concentration is a population model's, named, never a measurement.
 *   <li>Every text of the record is free text: escaped, and what can't be seen is spelt out.
 *   <li>Whatever stands in a record, a report comes of it; what can't be read is counted and said.
 *   <li>The same record makes the same report, byte for byte, in any locale.
 * </ul>
 *
 * <p>Threads: one; the journal may be written meanwhile, the report ends where it began to read.
 * May use {@code journal} and {@code proto}, the words and figures of {@code quantity}, {@code
 * dose}, {@code pk}, {@code observation} and {@code alarm}, the shipped {@code library}, {@code config} to run a command, and
 * {@code station} only to put a file in its place and for what a reading's record says. Knows no executor, no clock and no network.
 */
@NullMarked
package org.tenuto.report;

import org.jspecify.annotations.NullMarked;
