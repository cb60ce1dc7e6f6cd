/**
 * System tests: the packaged processes, as the launcher starts them, on a real pseudo-terminal and a
 * real record. They run after packaging ({@code integration-test}), one at a time.
 *
 * <p>What is promised about motion is judged from the simulator's truth file only: its {@code
 * mono_ns} is the same clock as {@link System#nanoTime} of the test, so that a slow test process
 * makes no verdict wrong. Where the machine held up the simulator itself, the truth has a gap: then
 * the test says so and judges nothing ({@link org.tenuto.simulator.system.Rest}) or gives that much
 * longer ({@link org.tenuto.simulator.system.Judge}). Everything else is waited for by condition,
 * with limits that no working machine reaches.
 *
 * <p>A campaign ({@link org.tenuto.simulator.system.Campaign}) draws cases from a seed and runs them
 * on a few devices at once ({@link org.tenuto.simulator.system.Lane}), each disturbed while somebody
 * uses it ({@link org.tenuto.simulator.system.Person}); what is killed is started again for the next
 * case. Its orders take seconds ({@link org.tenuto.simulator.system.Drill}).
 *
 * <p>A test that needs a program which is not there is skipped by name; with {@code CI=true} it
 * fails instead ({@link org.tenuto.simulator.system.Needs}). Every process a test starts is ended by
 * it, and its end is checked.
 *
 * <p>May use the journal's reader, the schemas and the demo's HTTP client; nothing of the processes'
 * insides.
 */
@NullMarked
package org.tenuto.simulator.system;

import org.jspecify.annotations.NullMarked;
