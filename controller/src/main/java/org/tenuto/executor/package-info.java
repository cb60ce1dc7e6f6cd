/**
 * The executor process: reads its configuration, verifies the drug library itself, opens the pump's
 * line and the link, takes what real-time footing the kernel permits, and runs the loop.
 *
 * <p>Before the loop has its footing, {@link org.tenuto.executor.Rehearsal} plays every state and
 * the alarms on a second cycle, driver and link of their own, with a scripted pump: nothing of it is
 * published, kept or sent (about a second of processor time).
 *
 * <p>Threads: the loop's; one that opens a lost line again ({@code linux}); one that looks ten
 * times a second whether the loop stalled and then says what the kernel knows of it ({@link
 * org.tenuto.executor.StallReporter}). The loop marks a stall, it never reads a file. In steady
 * state none of them allocates: a collection would stop the loop.
 *
 * <p>Wiring: may use every room except {@code web}, {@code journal}, {@code telemetry}, {@code
 * session} and {@code station}. Its class path has no web, MQTT, SQL or protobuf code.
 */
@NullMarked
package org.tenuto.executor;

import org.jspecify.annotations.NullMarked;
