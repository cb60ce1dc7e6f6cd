/**
 * Sessions in virtual time: what is ordered and by whom, what goes wrong, how it is judged; one at a
 * time ({@code simulate}), as golden scenarios, with every single operation failing in turn, and as
 * storms of seeds ({@code storm}).
 *
 * <p>A {@code SessionPlan} is everything a session depends on; the same plan and commit give the
 * same trace, byte for byte. Staff see only what the page shows. A survivable plan must come to its
 * end or to a stated reason; an unlimited one must only be safe. A failing script is made small
 * before it is shown.
 *
 * <p>The golden scenarios are folders of resources: {@code README.md}, {@code scenario.toml}, and
 * the expected {@code trace.txt}, rewritten by {@code ScenarioTest} with {@code
 * -Dtenuto.regenerate=true}.
 *
 * <p>Threads: a storm has one for each session it runs at a time; a session has none. Only the
 * commands do I/O and look at the real clock.
 */
@NullMarked
package org.tenuto.simulator.scenario;

import org.jspecify.annotations.NullMarked;
