package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.oracle.Stage.INCREMENT_NL;
import static org.tenuto.simulator.oracle.Stage.MS;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class RateHoldsTest {

  private final Stage stage = new Stage(f -> new RateHolds(1_000_000_000L, INCREMENT_NL, f));

  private long brokenAfterMs(long sinceNs) {
    assertThat(stage.found()).hasSize(1);
    return (stage.found().getFirst().atNs() - sinceNs) / MS;
  }

  @Test
  void theOrderedRateIsKept() {
    stage.infuses(order(phase(60, 600))).flow(60, 100_000).keeps();
  }

  @Test
  void fiveInAHundredMoreIsFound() {
    stage.infuses(order(phase(60, 600))).flow(60, 10_000).keeps();
    long sinceNs = stage.scene.nowNs;
    stage.flow(63, 1_500);
    assertThat(brokenAfterMs(sinceNs)).isBetween(1L, 1_100L);
  }

  /** What a stall missed is not made up for. */
  @Test
  void aBurstAfterAStall() {
    stage.infuses(order(phase(60, 600))).flow(60, 10_000).pass(500);
    stage.flow(120, 500).keeps(); // as much as the second allows, and the next has to bear it
    stage.flow(60, 200);
    assertThat(stage.found()).hasSize(1);
  }

  /** The first phase's rate is no rate of the second, though it is the order's highest. */
  @Test
  void aPhaseAtTheRateOfTheOneBefore() {
    stage.infuses(order(phase(120, 60), phase(30, 600))).flow(120, 60_000).keeps();
    long sinceNs = stage.scene.nowNs;
    stage.said.phase = 1;
    stage.flow(120, 2_000);
    assertThat(brokenAfterMs(sinceNs)).isBetween(1L, 2_000L);
  }

  @Test
  void aPhaseAtTheRateOfTheOneToCome() {
    stage.infuses(order(phase(30, 600), phase(120, 60))).flow(30, 10_000).keeps();
    long sinceNs = stage.scene.nowNs;
    stage.flow(120, 2_000);
    assertThat(brokenAfterMs(sinceNs)).isBetween(1L, 1_100L);
  }

  @Test
  void eachPhaseAtItsOwnRate() {
    stage.infuses(order(phase(30, 60), phase(120, 60), phase(60, 60))).flow(30, 60_000);
    stage.said.phase = 1;
    stage.flow(120, 60_000);
    stage.said.phase = 2;
    stage.flow(60, 60_000).keeps();
  }

  /** What was lost on the way counts as given: the device goes on with the next phase early. */
  @Test
  void aPhaseThatIsCountedAsGiven() {
    stage.infuses(order(phase(30, 60), phase(120, 60))).flow(30, 40_000);
    stage.said.phase = 1;
    stage.flow(120, 60_000).keeps();
  }

  @Test
  void aLoweredRateHoldsTwoSecondsAfterItIsTaken() {
    stage.infuses(order(phase(60, 600))).flow(60, 10_000);
    stage.happens(new Happening.Changed(order(phase(30, 1_200))));
    stage.flow(60, 5_000).keeps();
    long sinceNs = stage.scene.nowNs;
    stage.happens(new Happening.ChangeDecided(true)).flow(60, 4_000);
    assertThat(brokenAfterMs(sinceNs)).isBetween(2_000L, 3_000L);
  }

  @Test
  void aPrimingAtItsOwn() {
    stage.happens(new Happening.PrimingStarted(2_000_000)).moves(InfusionState.PRIMING);
    stage.flow(120, 20_000).keeps();
    long sinceNs = stage.scene.nowNs;
    stage.flow(130, 2_000);
    assertThat(brokenAfterMs(sinceNs)).isBetween(1L, 1_100L);
  }

  /** Two in a hundred more are little in a second; in a minute they are seen. */
  @Test
  void aMinuteFindsWhatASecondDoesNot() {
    var minute = new Stage(f -> new RateHolds(60_000_000_000L, INCREMENT_NL, f));
    minute.infuses(order(phase(6, 600))).flow(6, 70_000).keeps();
    minute.flow(6.12, 65_000);
    assertThat(minute.found()).hasSize(1);

    stage.infuses(order(phase(6, 600))).flow(6, 70_000).flow(6.12, 65_000).keeps();
  }

  /** A minute that began under a faster order says nothing of the slower one. */
  @Test
  void aMinuteBeginsWithWhatIsInForce() {
    var minute = new Stage(f -> new RateHolds(60_000_000_000L, INCREMENT_NL, f));
    minute.infuses(order(phase(60, 600))).flow(60, 30_000);
    minute.happens(new Happening.Changed(order(phase(30, 1_200))));
    minute.happens(new Happening.ChangeDecided(true)).flow(30, 100_000).keeps();
  }
}
