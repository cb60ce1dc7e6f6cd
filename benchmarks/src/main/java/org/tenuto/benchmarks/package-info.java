/**
 * What it costs: the control cycle, what it is made of and the dose computation, by JMH, with what
 * they allocate. {@link org.tenuto.benchmarks.Subjects} lists them with their targets; those of a
 * room that shows nothing of itself outside are in that room's package.
 *
 * <p>How it works: {@link org.tenuto.benchmarks.BenchDevice} is the executor's own cycle and
 * driver, stepped 1 ms of virtual time per operation, against a {@link
 * org.tenuto.benchmarks.SteadyPump}: the simulator's firmware until the plunger moves, from then on
 * only its answer to the poll, written into the same buffer again and again. A {@link
 * org.tenuto.benchmarks.MemoryStation} brings it up and stays, or hands it over to both ends of the
 * real link.
 *
 * <p>Beside it {@code bench steps}: how late a stepper's edges are, beside the loop's wake-up error.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>No number is given for a device that was not in its state from the beginning of an
 *       iteration to its end, without an event between.
 *   <li>Nothing but what is measured allocates while it is measured.
 *   <li>A benchmark that must not allocate and does makes the command fail: 0.5 B an operation is
 *       an allocation (JMH shows about 1e-5 for none).
 *   <li>Times are of this machine, now: what is printed beside them says so. Bytes are not.
 *   <li>Every command's {@code --json} is {@link org.tenuto.benchmarks.Results}; {@code compare},
 *       {@code report} and {@code all} read nothing else. A missed target is said, never hidden.
 * </ul>
 *
 * <p>{@code bench stop} is another thing: the executor's loop in a process of its own on a pseudo-terminal,
 * beside a loop in C, from an open e-stop to the bytes of the stop at the other end.
 *
 * <p>{@code bench outage}: a device's own processes beside a broker that is down, hangs up, is mute,
 * slow or hostile; the loop's wake-up errors, read from the link, beside those with a good broker.
 *
 * <p>{@code bench startup} and {@code stop-page}: the launcher's own station and executor, with their
 * caches and without; {@code simulate}: sessions in virtual time, by their thread's processor time.
 *
 * <p>{@code bench fleet}: many devices, a mosquitto and a monitor, each a process of its own; from
 * the publication of a message to the monitor's hands, and the processor time of each.
 *
 * <p>Threads: one a benchmark. May use every room of the controller and the simulator; nothing uses
 * it.
 */
@NullMarked
package org.tenuto.benchmarks;

import org.jspecify.annotations.NullMarked;
