package org.tenuto.simulator.record;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.proto.journal.EventsMissing;
import org.tenuto.proto.journal.StationRecovered;

class EventsWholeTest {

  private HandMade made;

  @BeforeEach
  void settle() throws Exception {
    made = new HandMade();
    made.confined(
        made.station, StationRecovered.newBuilder().setStationBootId(made.station).build());
  }

  private ExecutorEvent event() {
    made.pass(1_000);
    return made.changes(InfusionState.FAULT, 0, 0);
  }

  private void missing(long fromSeq, long toSeq) throws Exception {
    made.confined(
        HandMade.EXECUTOR,
        EventsMissing.newBuilder()
            .setExecutorBootId(HandMade.EXECUTOR)
            .setFromSeq(fromSeq)
            .setToSeq(toSeq)
            .build());
  }

  @Test
  void allInOrder() throws Exception {
    made.record(event());
    made.record(event());
    made.pass(10_000).isRight();
  }

  @Test
  void aGap() throws Exception {
    event();
    made.record(event());
    made.pass(10_000).isWrong(EventsWhole.class, "event 3 of an executor, expected 2");
  }

  @Test
  void aGapOfWhatWasLostIsOnRecord() throws Exception {
    made.judge.lost(event());
    ExecutorEvent after = event();
    missing(2, 2);
    made.record(after);
    made.pass(10_000).isRight();
  }

  @Test
  void aGapThatIsNone() throws Exception {
    event();
    ExecutorEvent after = event();
    missing(2, 2);
    made.record(after);
    made.pass(10_000).isWrong(EventsWhole.class, "event 2 is said to be missing, and is not");
  }

  @Test
  void aGapOfOtherEvents() throws Exception {
    made.judge.lost(event());
    made.judge.lost(event());
    ExecutorEvent after = event();
    missing(3, 3);
    made.record(after);
    made.pass(10_000).isWrong(EventsWhole.class, "expected from 2");
  }

  @Test
  void twice() throws Exception {
    ExecutorEvent event = event();
    made.record(event);
    made.record(event);
    made.pass(10_000).isWrong(EventsWhole.class, "event 2 of an executor, expected 3");
  }

  @Test
  void inAnotherOrder() throws Exception {
    ExecutorEvent first = event();
    made.record(event());
    made.record(first);
    made.pass(10_000).isWrong(EventsWhole.class, "event 3 of an executor, expected 2");
  }

  @Test
  void otherWords() throws Exception {
    made.pass(1_000);
    var said = made.changes(InfusionState.FAULT, 0, 0);
    var other = said.stamp();
    made.record(
        new ExecutorEvent.StateChanged(
            new ExecutorEvent.Stamp(
                other.seq(), other.cycle(), other.monoNs(), other.state(), HandMade.NONCE, 0, 0, 1),
            said.from(),
            said.to(),
            said.reason()));
    made.pass(10_000).isWrong(EventsWhole.class, "what was said is");
  }

  @Test
  void whatNobodySaid() throws Exception {
    made.record(
        new ExecutorEvent.StateChanged(
            made.stamp(0, 0),
            InfusionState.IDLE,
            InfusionState.FAULT,
            NotDeliveringReason.NONE));
    made.pass(10_000).isWrong(EventsWhole.class, "nobody said");
  }

  @Test
  void theLastIsMissing() throws Exception {
    event();
    made.pass(3_000).isRight();
    made.pass(1).isWrong(EventsWhole.class, "not on record: event 2");
  }

  @Test
  void theLastOfADeadExecutorMayBe() throws Exception {
    event();
    made.pass(60_000).isRightOfTheDead();
  }

  @Test
  void anotherBootBeginsAnew() throws Exception {
    made.record(event());
    made.boot(12);
    made.pass(10_000).isRight();
  }
}
