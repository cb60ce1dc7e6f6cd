package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.dose.PriorDose;
import org.tenuto.infusion.InfusionState;

/** 70 mg in 24 h is the limit, 35 mg an order. */
class RollingDoseTest {

  private static final long LIMIT_NG = 70_000_000;
  private static final long DAY_S = 86_400;

  private final RollingDose check = new RollingDose(Scene.USUAL);
  private final Moment now = Scene.running();

  private static PriorDose recorded(long ng, long endedAgoS) {
    return new PriorDose("DEMO", ng, 60, endedAgoS, false, false);
  }

  private static PriorDose declared(long ng, long endedAgoS) {
    return new PriorDose("DEMO", ng, 60, endedAgoS, false, true);
  }

  /** A moment in which nothing of an order was given yet. */
  private boolean findsAtStart(long nonce, PriorDose... priors) {
    now.order = Scene.order(nonce, priors);
    now.dayLimitNg = LIMIT_NG;
    now.state = InfusionState.READY;
    Scene.deliveredAtMost(now, 0);
    return check.finds(now);
  }

  private void gives(long nl) {
    now.state = InfusionState.INFUSING;
    Scene.deliveredAtMost(now, nl);
    check.finds(now);
  }

  /** The flaw of counting only what was delivered: nothing was, and the limit would be passed. */
  @Test
  void whatIsStillToComeCountsWhole() {
    assertThat(findsAtStart(1, declared(35_000_000, 0))).isFalse();
    assertThat(findsAtStart(2, declared(35_000_001, 0))).isTrue();
  }

  @Test
  void aDoseLeavesTheWindowAfterADay() {
    assertThat(findsAtStart(1, declared(35_000_001, DAY_S - 1))).isTrue();
    assertThat(findsAtStart(2, declared(35_000_001, DAY_S))).isFalse();
  }

  /** The record says less than the executor itself gave: the executor believes itself. */
  @Test
  void ownKnowledgeCountsWhereTheRecordSaysLess() {
    findsAtStart(1);
    gives(35_000_001);
    assertThat(findsAtStart(2, recorded(1, 0))).isTrue();
  }

  @Test
  void ownKnowledgeAndRecordAreNotAddedUp() {
    findsAtStart(1);
    gives(35_000_000);
    now.nowNs += 60 * Scene.S;
    assertThat(findsAtStart(2, recorded(35_000_000, 60))).isFalse();
  }

  @Test
  void whatWasRecordedBeforeTheBootComesOnTop() {
    findsAtStart(1);
    gives(20_000_000);
    now.nowNs += 60 * Scene.S;
    assertThat(findsAtStart(2, recorded(1, 60), recorded(15_000_001, 61))).isTrue();
    assertThat(findsAtStart(3, recorded(1, 60), recorded(15_000_000, 61))).isFalse();
  }

  /** Staff said so on record; else the station names every dose of this device. */
  @Test
  void anOrderThatNamesNoDoseOfTheDeviceIsForAnotherPerson() {
    findsAtStart(1);
    gives(35_000_000);
    assertThat(findsAtStart(2)).isFalse();
    assertThat(findsAtStart(3, declared(35_000_000, 0))).isFalse();
  }

  @Test
  void ownDosesLeaveTheWindowToo() {
    findsAtStart(1);
    gives(35_000_001);
    now.nowNs += DayDoses.DAY_NS - 1;
    assertThat(findsAtStart(2, recorded(1, 0))).isTrue();
    now.nowNs++;
    assertThat(findsAtStart(3, recorded(1, 0))).isFalse();
  }

  @Test
  void moreThanOrderedCountsAsGiven() {
    findsAtStart(1, declared(30_000_000, 0));
    now.state = InfusionState.INFUSING;
    Scene.deliveredAtMost(now, 40_350_000);
    assertThat(check.finds(now)).isFalse();
    Scene.deliveredAtMost(now, 40_350_001);
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void whatIsOverIsNotJudged() {
    assertThat(findsAtStart(1, declared(60_000_000, 0))).isTrue();
    now.state = InfusionState.FAULT;
    assertThat(check.finds(now)).isFalse();
    now.order = null;
    now.state = InfusionState.READY;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void noDoseIsForgottenHoweverManyThereAre() {
    int orders = 3 * DayDoses.REMEMBERED;
    for (int i = 1; i <= orders; i++) {
      findsAtStart(i);
      gives(100_000);
    }
    long restNg = LIMIT_NG - 35_000_000 - orders * 100_000L;
    assertThat(findsAtStart(1_000, recorded(1, 0), declared(restNg, 0))).isFalse();
    assertThat(findsAtStart(1_001, recorded(1, 0), declared(restNg + 1, 0))).isTrue();
  }
}
