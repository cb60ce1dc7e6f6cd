/**
 * What can go wrong at the device's edges, when, for how long and how much: the words, and how they
 * are drawn from a seed.
 *
 * <p>A {@code Fault} is one thing that goes wrong; its {@code FaultKind} says at which boundary, in
 * which unit its size is and what it means. A {@code FaultScript} is everything of one session, as
 * text that reads back. {@code FaultBudget} holds, for each boundary, how many of each kind a
 * session may get, and draws a script: the same seed, the same script. A {@code FaultSchedule} lets
 * it happen; {@code PresentFaults} is what is on now, for {@code boundary} to ask. {@code
 * StandingFaults} is the small vocabulary of {@code tenuto simulator --fault}, in real time.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O. Knows no other room.
 */
@NullMarked
package org.tenuto.simulator.fault;

import org.jspecify.annotations.NullMarked;
