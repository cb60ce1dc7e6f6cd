package org.tenuto.simulator.oracle;

import static org.tenuto.simulator.oracle.Stage.INCREMENT_NL;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class BracketHoldsTest {

  private final Stage stage = new Stage(f -> new BracketHolds(INCREMENT_NL, f));

  @BeforeEach
  void infuse() {
    stage.scene.pushedNl = 5_000_000; // of earlier orders
    stage.infuses(order(phase(60, 600)));
  }

  private void says(long atLeastNl, long atMostNl) {
    stage.said.atLeastNl = atLeastNl;
    stage.said.atMostNl = atMostNl;
  }

  @Test
  void moreThanAtMost() {
    says(0, 100_000);
    stage.push(100_000 + INCREMENT_NL).keeps().push(1).breaksNow("said at most 100000");
  }

  @Test
  void lessThanAtLeast() {
    says(100_000, 200_000);
    stage.scene.pushedNl += 100_000 - INCREMENT_NL;
    stage.pass(1).keeps();
    says(100_001, 200_000);
    stage.pass(1).breaksNow("said at least 100001");
  }

  /** No sensor of this pump sees what slips. */
  @Test
  void slippedMicrostepsCountAsGiven() {
    says(100_000, 200_000);
    stage.scene.pushedNl += 40_000;
    stage.scene.slippedNl = 60_000 - INCREMENT_NL;
    stage.pass(1).keeps();
    stage.scene.slippedNl -= 1;
    stage.pass(1).breaksNow();
  }

  @Test
  void whatSlippedBeforeIsNoExcuse() {
    stage.scene.slippedNl = 50_000;
    stage.happens(new Happening.Started(order(phase(60, 600)), Stage.NONCE));
    says(INCREMENT_NL + 1, 200_000);
    stage.pass(1).breaksNow();
  }

  @Test
  void anotherOrdersFiguresAndADeadExecutorSayNothing() {
    says(0, 0);
    stage.said.orderNonce = 99;
    stage.push(100_000).keeps();
    stage.said.orderNonce = Stage.NONCE;
    stage.scene.executorUp = false;
    stage.pass(1).keeps();
    stage.scene.executorUp = true;
    stage.pass(1).breaksNow();
  }

  @Test
  void aPriming() {
    stage.happens(new Happening.PrimingStarted(1_000_000)).moves(InfusionState.PRIMING);
    stage.said.orderNonce = 0;
    stage.said.primingNl = 1_000_000;
    stage.said.primedAtMostNl = 300_000;
    stage.push(300_000 + INCREMENT_NL).keeps().push(1).breaksNow("said at most 300000");
  }
}
