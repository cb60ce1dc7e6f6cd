/**
 * What is left of a session, judged from outside: its record on the disk, and what the broker got.
 *
 * <p>{@code RecordJudge} reads the record after each start of a station and at the end, a record
 * once, and lets each check look at it: {@code EventsWhole}, {@code IntentsClosed}, {@code
 * BracketKept}, {@code WireKept}. {@code IntentFirst} looks in the moment the executor answers.
 * They hold the record against what was really given ({@code PhysicalTruth}) and what the executor
 * said ({@code HeardEvents}), not against what the station believes.
 *
 * <p>May use the public schemas of journal and telemetry, the journal's own reader, and {@code
 * oracle}; none of the station's code. Threads: none; one session. Uses neither clock nor I/O.
 */
@NullMarked
package org.tenuto.simulator.record;

import org.jspecify.annotations.NullMarked;
