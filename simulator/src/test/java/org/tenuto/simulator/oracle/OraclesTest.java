package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

class OraclesTest {

  private final Oracles oracles = new Oracles(Stage.INCREMENT_NL, 300);
  private final Scene scene = new Scene();

  @Test
  void nothingBeforeTheFirstCycleIsWrong() {
    for (int i = 0; i < 100_000; i++) {
      scene.nowNs += Stage.MS;
      oracles.look(scene);
    }
    assertThat(oracles.anyBroken()).isFalse();
  }

  @Test
  void allLookAndTheOldestComesFirst() {
    StatusSnapshot said = new StatusSnapshot();
    said.state = InfusionState.INFUSING;
    scene.said = said;
    scene.executorUp = true;
    scene.pushedNl = 1_000_000;
    scene.moving = true;
    for (int i = 0; i < 5_000; i++) {
      scene.nowNs += Stage.MS;
      oracles.look(scene);
    }
    assertThat(oracles.violations())
        .isSortedAccordingTo(Comparator.comparingLong(Violation::atNs))
        .extracting(Violation::oracle)
        .contains("NeverMoreThanOrdered", "RateHolds", "PlungerRests", "AlarmsInTime");
  }
}
