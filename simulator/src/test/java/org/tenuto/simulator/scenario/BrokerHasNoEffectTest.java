package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.Boundary;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultScript;

/**
 * Whatever the broker does, the delivery is the same: nothing but what was published differs.
 */
class BrokerHasNoEffectTest {

  private static final String EVERY_TROUBLE =
      "broker-down@2s+8s;broker-slow@11s+9s:4000;broker-unacknowledging@21s+17s;"
          + "broker-hangup@40s+9s:3;broker-refusal@50s+9s:135;broker-down@61s+200s";

  /** A session's truth and everything the executor and staff said, and when. */
  private record Seen(List<String> lines, long pushedNl, String outcome) {}

  private static Seen see(SessionPlan plan) {
    List<String> lines = new ArrayList<>();
    Trace trace = new Trace(line -> lines.add(line));
    SessionResult result = new Session(Runs.SITE, plan, Tripwire.never(), trace).run();
    assertThat(result.violations()).isEmpty();
    lines.removeIf(line -> line.contains(" fault ") || line.contains(" world ends"));
    return new Seen(lines, result.pushedNl(), result.outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "station-killed@35s+2s;serial-loss@20s+3s:200;key-pause@45s"})
  void theSameWithAndWithout(String others) {
    Seen without = see(Runs.shortPlan(1, others));
    Seen with = see(Runs.shortPlan(1, EVERY_TROUBLE + (others.isEmpty() ? "" : ";" + others)));
    assertThat(without.pushedNl()).isPositive();
    assertThat(with.lines().subList(0, without.lines().size())).isEqualTo(without.lines());
    assertThat(with.pushedNl()).isEqualTo(without.pushedNl());
    assertThat(with.outcome()).isEqualTo(without.outcome());
  }

  /** And what was drawn of a storm: the executor's own words are the same without its broker. */
  @ParameterizedTest
  @ValueSource(longs = {3, 8})
  void theSameOfAStorm(long seed) {
    SessionPlan plan = SessionPlan.draw(seed, Budget.SURVIVABLE, Runs.SITE.library());
    List<Fault> others =
        plan.faults().faults().stream()
            .filter(fault -> fault.kind().boundary() != Boundary.BROKER)
            .toList();
    Seen with = see(plan);
    Seen without = see(plan.with(new FaultScript(others)));
    int both = Math.min(with.lines().size(), without.lines().size());
    assertThat(with.lines().subList(0, both)).isEqualTo(without.lines().subList(0, both));
    assertThat(with.pushedNl()).isEqualTo(without.pushedNl());
  }
}
