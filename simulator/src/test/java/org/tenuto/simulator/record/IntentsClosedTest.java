package org.tenuto.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ClosedIntent.Outcome;
import org.tenuto.proto.journal.StationRecovered;

class IntentsClosedTest {

  private static final long NEXT = 22;

  private HandMade made;

  @BeforeEach
  void settle() throws Exception {
    made = new HandMade();
    recovers();
  }

  /** The station settles what was open, and closes these. */
  private void recovers(ClosedIntent... closed) throws Exception {
    var recovered = StationRecovered.newBuilder().setStationBootId(made.station);
    for (ClosedIntent one : closed) {
      recovered.addClosed(one);
    }
    made.confined(made.station, recovered.build());
  }

  private static ClosedIntent closed(long intentSeq, Outcome outcome) {
    return ClosedIntent.newBuilder().setJournalSeq(intentSeq).setOutcome(outcome).build();
  }

  @Test
  void answered() throws Exception {
    made.record(made.accepts(1, made.start(1, HandMade.NONCE)));
    made.start(NEXT);
    recovers();
    made.pass(10_000).isRight();
  }

  @Test
  void closedByTheNext() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.start(NEXT);
    recovers(closed(intent, Outcome.EXPIRED));
    made.pass(10_000).isRight();
  }

  @Test
  void leftOpen() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.start(NEXT);
    recovers();
    made.isWrong(IntentsClosed.class, "leaves intent " + intent + " open");
  }

  @Test
  void nothingIsSettled() throws Exception {
    made.start(1, HandMade.NONCE);
    made.start(NEXT);
    made.pass(7_000);
    made.isWrong(IntentsClosed.class, "has not settled what was open, 1 intents");
  }

  @Test
  void nothingIsSettledByOneThatLivesNoMore() throws Exception {
    made.start(1, HandMade.NONCE);
    made.start(NEXT);
    made.pass(60_000).isRightOfTheDead();
  }

  @Test
  void closedTwice() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.start(NEXT);
    recovers(closed(intent, Outcome.EXPIRED), closed(intent, Outcome.EXPIRED));
    made.isWrong(IntentsClosed.class, "no open intent");
  }

  @Test
  void closedThoughAnswered() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.record(made.accepts(1, intent));
    made.start(NEXT);
    recovers(closed(intent, Outcome.UNCONFIRMED));
    made.isWrong(IntentsClosed.class, "no open intent");
  }

  /** The answer is not on record; the executor gave it all the same. */
  @Test
  void closedAsExpiredThoughItWasCarriedOut() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.accepts(1, intent);
    made.start(NEXT);
    recovers(closed(intent, Outcome.EXPIRED));
    made.isWrongOfTheDead(IntentsClosed.class, "the executor carried it out");
  }

  @Test
  void closedAsUnconfirmedThoughItWasCarriedOut() throws Exception {
    long intent = made.start(1, HandMade.NONCE);
    made.accepts(1, intent);
    made.start(NEXT);
    recovers(closed(intent, Outcome.UNCONFIRMED));
    made.isRightOfTheDead();
  }

  @Test
  void anAnswerToAnotherIntent() throws Exception {
    made.start(1, HandMade.NONCE);
    long second = made.start(2, HandMade.NONCE);
    made.record(made.accepts(1, second));
    assertThat(made.found(0, Ending.NEVER))
        .anyMatch(found -> found.text().contains("which is another"));
  }

  @Test
  void oneNumberTwice() throws Exception {
    made.start(1, HandMade.NONCE);
    made.start(1, HandMade.NONCE);
    made.isWrong(IntentsClosed.class, "nobody can have had");
  }
}
