package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.simulator.system.Truth.Moment;

/** Each law bites on a truth that breaks it, and on no other. */
class JudgeTest {

  private static final long S = 1_000_000_000;
  private static final long BASE_NL = 7_000;

  /** 36 mL/h are 10 µL a second; 30 µL in all. */
  private static final Ordered ORDERED = new Ordered(5, BASE_NL, 30_000, 36_000_000);

  /** Runs from 1 s to 4 s. */
  private static List<Moment> honest() {
    List<Moment> moments = new ArrayList<>();
    for (int tenth = 0; tenth <= 80; tenth++) {
      int ran = Math.clamp(tenth - 10, 0, 30);
      moments.add(new Moment(tenth * S / 10, BASE_NL + ran * 1_000L, tenth >= 10 && tenth < 40));
    }
    return moments;
  }

  private static Judge of(List<Moment> moments) {
    return new Judge(new Truth(moments), ORDERED);
  }

  private static Published ledger(long nonce, long atNs, long atLeastNl, long atMostNl) {
    return new Published("test", nonce, atNs, atNs, atLeastNl, atMostNl);
  }

  @Test
  void findsNothingWrongWithAnHonestInfusion() {
    Judge judge = of(honest());
    judge.neverMoreThanOrdered().neverInABurst().complete(0).endsWithin(29_000, 30_000);
    judge.stillSince(4 * S).bracketedBy(List.of(ledger(5, 2 * S, 9_000, 11_000)));
    assertThat(judge.restsWithin(2 * S, 2 * S, 0)).isEqualTo(2_000);
    assertThat(judge.wrong()).isEmpty();
    assertThat(judge.stalledMs()).isZero();
  }

  @Test
  void oneIncrementAboveTheOrderIsNotMore() {
    List<Moment> moments = honest();
    moments.add(new Moment(9 * S, BASE_NL + 30_000 + Judge.INCREMENT_NL, false));
    assertThat(of(moments).neverMoreThanOrdered().wrong()).isEmpty();
    moments.add(new Moment(10 * S, BASE_NL + 30_001 + Judge.INCREMENT_NL, false));
    assertThat(of(moments).neverMoreThanOrdered().wrong()).hasSize(1);
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() {
    List<Moment> moments = honest();
    moments.set(20, new Moment(2 * S, BASE_NL + 8_500, true));
    assertThat(of(moments).neverInABurst().wrong()).hasSize(1);
  }

  @Test
  void aLedgerBesideTheTruthIsSeenOnEitherSide() {
    assertThat(of(honest()).bracketedBy(List.of(ledger(5, 2 * S, 10_001, 12_000))).wrong())
        .hasSize(1);
    assertThat(of(honest()).bracketedBy(List.of(ledger(5, 2 * S, 0, 9_000))).wrong()).hasSize(1);
    assertThat(of(honest()).bracketedBy(List.of(ledger(6, 2 * S, 0, 0))).wrong()).isEmpty();
  }

  @Test
  void theLastWordHasToContainTheTruth() {
    assertThat(of(honest()).endsWithin(30_001, 40_000).wrong()).hasSize(1);
    assertThat(of(honest()).endsWithin(0, 29_000).wrong()).hasSize(1);
  }

  @Test
  void restThatComesLateIsWrong() {
    Judge judge = of(honest());
    assertThat(judge.restsWithin(S, 2 * S, 0)).isEqualTo(2_000);
    assertThat(judge.wrong()).hasSize(1);
  }

  @Test
  void whatDidNotMoveNeedNotComeToRest() {
    assertThat(of(honest()).restsWithin(S, 5 * S, 0)).isEqualTo(-1);
  }

  @Test
  void aStallOfTheMachineWidensTheBoundAndIsTold() {
    List<Moment> moments = honest();
    moments.subList(21, 31).clear(); // a second in which the simulator was not there
    Judge judge = of(moments);
    assertThat(judge.restsWithin(S, 2 * S, 0)).isEqualTo(2_000);
    assertThat(judge.wrong()).isEmpty();
    assertThat(judge.stalledMs()).isEqualTo(1_000);
  }

  @Test
  void motionAfterRestAndAShortDeliveryAreSeen() {
    assertThat(of(honest()).stillSince(3 * S).wrong()).hasSize(1);
    assertThat(of(honest().subList(0, 30)).complete(0).wrong()).hasSize(1);
  }

  @Test
  void aTruthThatEndsTooEarlyProvesNoRest() {
    assertThat(of(honest()).stillSince(8 * S).wrong()).hasSize(1);
    Judge judge = of(honest().subList(0, 30));
    judge.restsWithin(2 * S, 2 * S, 0);
    assertThat(judge.wrong()).contains("never at rest");
  }
}
