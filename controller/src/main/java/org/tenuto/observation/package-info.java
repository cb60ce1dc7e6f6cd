/**
 * What staff observe of the patient, when it is due, and what it asks of them.
 *
 * <p>{@code Observations} is made by folding what is on record: readings, corrections, what staff
 * said to advice, when the infusion began and ended. Everything else is a function of it and of the
 * time: {@code Baseline} (what is missing before a start), {@code Criteria} (what a session's steps
 * ask of readings), {@code ObservationSchedule} (what is due,
 * late, missed), {@code Assessment} (the last readings against {@code Thresholds}, which come from a
 * signed file). {@code ReadingCheck} keeps slips out.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Vital signs advise, staff act: nothing here stops or starts anything. The one exception is
 *       opted into by a site: {@code Assessment.pauseOwed} says for which confirmed reading the
 *       device pauses by itself. Nothing ever resumes.
 *   <li>Unknown is not normal: what could not be measured is a reading of its own, asks for another
 *       and clears no advice.
 *   <li>Nothing is overwritten: a correction is a reading that names the one it corrects, and counts
 *       from when that was taken.
 *   <li>A limit whose number nobody verified is in the file and not in force.
 *   <li>A limit is passed by more than it, never by it; comparisons with a baseline are exact.
 * </ul>
 *
 * <p>Pure: no I/O, no clock, no thread; {@code nowNs} is always an argument, monotonic ns. Values are
 * immutable; any thread. Never in the control cycle: allocates. May use {@code quantity}, and of
 * {@code dose} how signed files are checked and read.
 */
@NullMarked
package org.tenuto.observation;

import org.jspecify.annotations.NullMarked;
