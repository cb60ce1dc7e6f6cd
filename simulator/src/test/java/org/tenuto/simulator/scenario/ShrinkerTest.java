package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.oracle.Violation;

/** A failing script is made small. */
class ShrinkerTest {

  private static final String LONG =
      "key-pause@10s;serial-loss@20s+8s:400;broker-down@30s+5s;station-killed@40s+8s;"
          + "wall-step@50s:10;disk-slow@60s+5s:10;key-stop@70s;audio-pause@80s";

  /** Fails whenever a loss of at least 100 per mille and a dead station are both there. */
  private static SessionResult pretended(SessionPlan plan) {
    boolean loss = false;
    boolean death = false;
    for (Fault fault : plan.faults().faults()) {
      loss |= fault.kind() == FaultKind.SERIAL_LOSS && fault.size() >= 100;
      death |= fault.kind() == FaultKind.STATION_KILLED;
    }
    List<Violation> found =
        loss && death ? List.of(new Violation("Promise", 1, "broken")) : List.of();
    return new SessionResult(plan, "OVER", found, 1, 1, 1, 1, "");
  }

  @Test
  void onlyWhatMattersIsLeftAndAsLittleOfItAsFails() {
    List<FaultScript> told = new ArrayList<>();
    SessionResult failure = pretended(Runs.shortPlan(1, LONG));
    SessionResult smallest =
        new Shrinker(failure, ShrinkerTest::pretended, told::add, () -> false).shrink();

    assertThat(smallest.passed()).isFalse();
    assertThat(smallest.plan().faults().faults())
        .extracting(Fault::kind)
        .containsExactly(FaultKind.SERIAL_LOSS, FaultKind.STATION_KILLED);
    Fault loss = smallest.plan().faults().faults().getFirst();
    assertThat(loss.size()).isBetween(100L, 199L);
    assertThat(loss.forNs()).isLessThan(1_000_000);
    assertThat(told).isNotEmpty().last().isEqualTo(smallest.plan().faults());
  }

  @Test
  void whatWasFoundSoFarHasToDoWhenTimeIsUp() {
    SessionResult failure = pretended(Runs.shortPlan(1, LONG));
    SessionResult smallest =
        new Shrinker(failure, ShrinkerTest::pretended, script -> {}, () -> true).shrink();

    assertThat(smallest).isEqualTo(failure);
  }

  @Test
  void anotherPromiseIsAnotherFailure() {
    SessionResult failure = pretended(Runs.shortPlan(1, LONG));
    SessionResult smallest =
        new Shrinker(
                failure,
                plan ->
                    new SessionResult(
                        plan, "", List.of(new Violation("Other", 1, "")), 1, 1, 1, 1, ""),
                script -> {},
                () -> false)
            .shrink();

    assertThat(smallest).isEqualTo(failure);
  }
}
