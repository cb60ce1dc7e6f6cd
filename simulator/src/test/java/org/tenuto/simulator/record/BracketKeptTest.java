package org.tenuto.simulator.record;

import static org.tenuto.simulator.record.HandMade.DIGIT_NL;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.simulator.oracle.Happening;

/** An order of 1 mL at 60 mL/h: 16.7 µL a second. */
class BracketKeptTest {

  private static final long A_SECOND_NL = 16_666;

  private HandMade made;

  @BeforeEach
  void infuse() throws Exception {
    made = new HandMade();
    made.infuse();
    settle();
  }

  private void settle() throws Exception {
    made.confined(
        made.station, StationRecovered.newBuilder().setStationBootId(made.station).build());
  }

  @Test
  void theLastWordHoldsTheTruth() throws Exception {
    made.pass(10_000).pushed(100_000).pass(1);
    made.record(made.changes(InfusionState.PAUSED, 99_000, 100_000));
    made.pass(10_000).isRight();
  }

  @Test
  void moreThanItsAtMost() throws Exception {
    made.pass(10_000).pushed(100_001 + DIGIT_NL).pass(1);
    made.record(made.changes(InfusionState.PAUSED, 99_000, 100_000));
    made.pass(10_000).isWrong(BracketKept.class, "at most 100000");
  }

  @Test
  void lessThanItsAtLeast() throws Exception {
    made.pass(10_000).pushed(100_000).pass(1);
    made.record(made.changes(InfusionState.PAUSED, 101_001, 102_000));
    made.pass(10_000).isWrong(BracketKept.class, "at least 101001");
  }

  /** The same from a checkpoint, which is the last word if nothing happened after it. */
  @Test
  void aCheckpointIsAWord() throws Exception {
    made.pass(10_000).pushed(100_000).pass(1_000);
    made.checkpoint(50_000, 98_999);
    made.pass(10_000).isWrong(BracketKept.class, "at most 98999");
  }

  /** A record that ends while the plunger moves, though everybody lives. */
  @Test
  void nothingAfterThePlungerCameToRest() throws Exception {
    made.pass(1_000).checkpoint(0, 20_000);
    made.pass(100).pushed(18_000).pass(3_001);
    made.isWrong(BracketKept.class, "not on record since");
  }

  @Test
  void aKilledExecutorMovesOnForTwoSecondsAtMost() throws Exception {
    made.pass(1_000).executorLost(0, 20_000);
    made.pass(2_000).pushed(20_000 + 2 * A_SECOND_NL + DIGIT_NL).isRightOfTheDead();
    made.pushed(20_000 + 2 * A_SECOND_NL + DIGIT_NL + 3);
    made.isWrongOfTheDead(BracketKept.class, "on record at most");
  }

  @Test
  void aBoardWithoutPowerForFiveSecondsAndTheLease() throws Exception {
    made.pass(1_000).checkpoint(0, 20_000);
    made.disk.powerCut();
    made.pass(6_000).pushed(20_000 + 6 * A_SECOND_NL + DIGIT_NL).isRightOfTheDead();
    made.pushed(20_000 + 6 * A_SECOND_NL + DIGIT_NL + 5);
    made.isWrongOfTheDead(BracketKept.class, "on record at most");
  }

  @Test
  void neverMoreThanWasOrdered() throws Exception {
    made.pass(59_000).checkpoint(980_000, 990_000);
    made.pass(1_000).pushed(1_000_000 + DIGIT_NL).isRightOfTheDead();
    made.pushed(1_000_001 + DIGIT_NL).isWrongOfTheDead(BracketKept.class, "at most 1000000");
  }

  /** What comes late is not the last word though it is the last record. */
  @Test
  void theLatestWordCounts() throws Exception {
    var early = made.changes(InfusionState.PAUSED, 0, 10_000);
    made.pass(1_000).pushed(20_000).pass(1);
    made.checkpoint(19_000, 20_000);
    made.record(early);
    made.pass(10_000).isRight();
  }

  @Test
  void eachOrderByItself() throws Exception {
    made.pass(10_000).pushed(100_000).pass(1);
    made.record(made.changes(InfusionState.IDLE, 99_000, 100_000));
    made.judge.happened(new Happening.PrimingStarted(2_000_000));
    made.pass(60_000).pushed(2_100_000).pass(10_000).isRight();
  }

  /** A started order of which the record knows nothing at all. */
  @Test
  void anOrderThatIsNotOnRecord() throws Exception {
    made.judge.happened(new Happening.Started(HandMade.order(), 8));
    made.pass(6_000).pushed(6 * A_SECOND_NL + DIGIT_NL).isRightOfTheDead();
    made.pass(10_000).pushed(6 * A_SECOND_NL + DIGIT_NL + 5);
    made.isWrongOfTheDead(BracketKept.class, "at most");
  }
}
