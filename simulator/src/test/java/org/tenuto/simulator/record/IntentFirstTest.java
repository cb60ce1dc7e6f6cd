package org.tenuto.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class IntentFirstTest {

  private HandMade made;

  @BeforeEach
  void begin() throws Exception {
    made = new HandMade();
  }

  /** The next cycle: what was begun in the one before should have been answered. */
  private void goesOn() {
    made.changes(InfusionState.INFUSING, 0, 0);
    made.changes(InfusionState.PAUSED, 0, 0);
    made.changes(InfusionState.PAUSED, 0, 0);
  }

  @Test
  void aStartWithItsIntent() throws Exception {
    made.infuse();
    made.changes(InfusionState.PAUSED, 0, 0);
    made.isRightOfTheDead();
  }

  @Test
  void aStartWithoutAnything() {
    goesOn();
    made.isWrongOfTheDead(IntentFirst.class, "nobody had asked: order 7");
  }

  @Test
  void aStartOfWhichNothingIsOnRecord() {
    made.changes(InfusionState.INFUSING, 0, 0);
    made.accepts(1, 99);
    made.isWrongOfTheDead(IntentFirst.class, "command 1 is not on record at 99");
  }

  @Test
  void aStartThatIsAnotherOnRecord() throws Exception {
    long intent = made.start(2, HandMade.NONCE);
    made.changes(InfusionState.INFUSING, 0, 0);
    made.accepts(1, intent);
    made.isWrongOfTheDead(IntentFirst.class, "command 1 is not on record");
  }

  @Test
  void aStartOfAnotherOrder() throws Exception {
    long intent = made.start(1, 8);
    made.changes(InfusionState.INFUSING, 0, 0);
    made.accepts(1, intent);
    made.changes(InfusionState.PAUSED, 0, 0);
    made.isWrongOfTheDead(IntentFirst.class, "nobody had asked: order 7");
  }

  @Test
  void aResumeWithItsIntent() throws Exception {
    long intent = made.resume(1, HandMade.NONCE);
    made.changes(InfusionState.INFUSING, 0, 0);
    made.accepts(1, intent);
    made.changes(InfusionState.PAUSED, 0, 0);
    made.isRightOfTheDead();
  }

  /** On record, and in a power cut it would be gone. */
  @Test
  void anIntentThatIsNotDurable() throws Exception {
    var judge =
        new RecordJudge(
            made.disk.fromOutside(), _ -> false, () -> 0, made.received, "rn-1", HandMade.DIGIT_NL);
    long intent = made.start(1, HandMade.NONCE);
    judge.heard(made.accepts(1, intent));
    assertThat(complaints(judge)).contains("IntentFirst");
  }

  private List<String> complaints(RecordJudge judge) {
    List<String> names = new ArrayList<>();
    judge.judge(
        new Ending(made.nowNs, 0, Ending.NEVER, Ending.NEVER), found -> names.add(found.oracle()));
    return names;
  }
}
