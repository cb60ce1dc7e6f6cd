/**
 * {@code ./tenuto doctor}: what this board can hold, before anybody relies on it.
 *
 * <p>One small {@link org.tenuto.doctor.Check} per thing; {@link org.tenuto.doctor.Checks} lists
 * them in the order of the report. A check finds a fact and judges it ({@link
 * org.tenuto.doctor.Finding}); {@link org.tenuto.doctor.DoctorReport} only writes what was found.
 * To add a check: write the class, add it to the list, test it with a real file, line or port.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing that is tried stays: real-time scheduling is tried on a thread that ends, memory is
 *       unlocked, the file that is synced is deleted, a serial line keeps its settings and bytes.
 *   <li>No privilege is needed; what is refused or can't be read is said, never guessed.
 *   <li>{@code MISSING} is only for what the device can't run without; all else is {@code
 *       DEGRADED}, with what follows from it.
 *   <li>A figure of timing is a sample of a few seconds and says so.
 * </ul>
 *
 * <p>Threads: the main thread, a real-time trial's own, and one that waits for the broker. Wiring:
 * reads the configuration of {@code executor} and {@code station}, tries with the code of {@code
 * linux}; must not use what runs a session.
 */
@NullMarked
package org.tenuto.doctor;

import org.jspecify.annotations.NullMarked;
