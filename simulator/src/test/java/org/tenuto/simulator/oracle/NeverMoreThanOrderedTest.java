package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.INCREMENT_NL;
import static org.tenuto.simulator.oracle.Stage.NONCE;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/** 60 mL/h for a minute is a millilitre. */
class NeverMoreThanOrderedTest {

  private static final long ML = Stage.NL_PER_ML;

  private final Stage stage = new Stage(f -> new NeverMoreThanOrdered(INCREMENT_NL, f));

  @Test
  void anOrderAndAMicrostepAndNoNanolitreMore() {
    stage.infuses(order(phase(60, 60))).push(ML + INCREMENT_NL).keeps();
    stage.push(1).breaksNow("ordered 1000000");
  }

  @Test
  void nothingIsOrderedYet() {
    stage.push(INCREMENT_NL).keeps().push(1).breaksNow();
  }

  @Test
  void aPhaseByItsNumber() {
    stage.infuses(order(phase(60, 60), phase(30, 60))).push(ML + INCREMENT_NL).keeps();
    stage.push(1).breaksNow("by phase 0");
  }

  @Test
  void theNextPhaseMayGiveItsOwn() {
    stage.infuses(order(phase(60, 60), phase(30, 60))).push(ML);
    stage.said.phase = 1;
    stage.push(ML / 2 + INCREMENT_NL).keeps().push(1).breaksNow();
  }

  @Test
  void aPrimingAndNoMore() {
    stage.happens(new Happening.PrimingStarted(2 * ML)).moves(InfusionState.PRIMING);
    stage.push(2 * ML + INCREMENT_NL).keeps().push(1).breaksNow();
  }

  @Test
  void whatOneOrderLeftIsNotTheNextOnes() {
    stage.infuses(order(phase(60, 60))).push(ML / 2).rests(InfusionState.IDLE).pass(1_000);
    stage.happens(new Happening.Started(order(phase(60, 60)), NONCE));
    stage.push(ML + INCREMENT_NL).keeps().push(1).breaksNow();
  }

  @Test
  void anOrderThatNobodyStarted() {
    stage.infuses(order(phase(60, 60))).pass(1).keeps();
    stage.said.orderNonce = NONCE + 1;
    stage.pass(1).breaksNow("infuses order 8, staff started 7");
  }

  /** Lowered to half: while nobody knows, the old order may go on; once taken, it may not. */
  @Test
  void aLoweredOrderHoldsOnceItIsTaken() {
    stage.infuses(order(phase(60, 60))).push(ML / 4);
    stage.happens(new Happening.Changed(order(phase(30, 60))));
    stage.happens(new Happening.ChangeDecided(true)).push(ML / 4).pass(2_000).keeps();
    stage.push(INCREMENT_NL).keeps().push(1).breaksNow("ordered 500000");
  }

  @Test
  void aChangeThatWasRefusedRaisesNothing() {
    stage.infuses(order(phase(60, 60)));
    stage.happens(new Happening.Changed(order(phase(90, 60))));
    stage.push(ML + INCREMENT_NL + 1).keeps();
    stage.happens(new Happening.ChangeDecided(false)).pass(1).breaksNow();
  }

  @Test
  void aChangeOfWhichNobodyKnowsMayBeEither() {
    stage.infuses(order(phase(60, 60)));
    stage.happens(new Happening.Changed(order(phase(30, 60))));
    stage.push(ML + INCREMENT_NL).pass(10_000).keeps().push(1).breaksNow();
  }
}
