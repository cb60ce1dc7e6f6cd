/**
 * {@code bench jitter}: how late the loop wakes at 1 kHz, beside its twin in C, cyclictest and what
 * a Java programmer would take instead, while the machine has other work.
 *
 * <p>How it works: each subject is a process of its own that writes every wake-up (deadline, error)
 * into a file in memory, a {@link org.tenuto.benchmarks.jitter.WakeLog}; who measures cuts out of
 * it the seconds that count and computes every figure itself, the same way for all. cyclictest
 * alone keeps its own histogram. A block is one subject under one load, which comes when the subject
 * is warm; rounds of blocks take turns, so that what the machine does to one it does to the others.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Ours is the executor: its thread, cycle, driver and link, in its JVM with its flags, with
 *       an order that runs on a simulated pump at the other end of a pseudo-terminal.
 *   <li>An error is counted from the first deadline since the cycle before, and what it hid is
 *       filled in (HdrHistogram's expected interval, 1 ms), unless the subject catches up itself.
 *   <li>A figure of ours is judged as its ratio to the twin's of the same round, load and run.
 *   <li>What is not there (cyclictest, gcc, stress-ng, a permission) is told, never made up.
 *   <li>A child ends when this process does, however it does.
 * </ul>
 *
 * <p>Threads: one that measures; one that plays pump and station; one for each child that listens.
 * May use the parent package, the controller and the simulator.
 */
@NullMarked
package org.tenuto.benchmarks.jitter;

import org.jspecify.annotations.NullMarked;
