/**
 * What it costs: the control cycle, what it is made of and the dose computation, by JMH, with what
 * they allocate. {@link org.tenuto.benchmarks.Subjects} lists them with their targets; {@code
 * FrameBenchmark}, {@code RingBenchmark} and {@code EncodeBenchmark} measure what a room shows nobody
 * outside: they stand in that room's package, {@code driver.newera}, {@code link}, {@code telemetry},
 * whose own note is the controller's.
 *
 * <p>How it works: {@link org.tenuto.benchmarks.BenchDevice} is the executor's own cycle and
 * driver, stepped 1 ms of virtual time per operation, against a {@link
 * org.tenuto.benchmarks.SteadyPump}: the simulator's firmware until the plunger moves, from then on
 * only its answer to the poll, written into the same buffer again and again. A {@link
 * org.tenuto.benchmarks.MemoryStation} brings it up and stays, or hands it over to both ends of the
 * real link.
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
 * <p>The other commands start real processes and look at them from outside, each beside a twin or
 * beside itself undisturbed; what each measures and how is in {@code docs/benchmarks.md}.
 *
 * <p>Threads: one a benchmark. May use every room of the controller and the simulator; nothing uses
 * it.
 */
@NullMarked
package org.tenuto.benchmarks;

import org.jspecify.annotations.NullMarked;
