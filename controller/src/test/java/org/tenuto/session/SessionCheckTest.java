package org.tenuto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.session.SessionFact.OrderState;

class SessionCheckTest {

  private static final long NOW_MS = 1_700_000_000_000L;
  private static final long H_MS = 3_600_000;
  private static final Signature TWO = new Signature("rn-1", "rn-2", NOW_MS);
  private static final Signature ONE = new Signature("rn-1", "", NOW_MS);

  private TherapySession session =
      TherapySession.begin(new SessionFact.Begun("s-1", false, ""), ONE);

  @Test
  void aSessionSoonAfterADoseNeedsAReasonUnlessItIsAnotherPerson() {
    var again = new SessionFact.Begun("", false, "");
    assertThat(code(again, ONE, NOW_MS - 48 * H_MS + 1)).isEqualTo("TOO_SOON");
    assertThat(code(again, ONE, NOW_MS - 48 * H_MS)).isEmpty();
    assertThat(code(again, ONE, NOW_MS + H_MS)).as("a clock set back").isEqualTo("TOO_SOON");
    assertThat(code(new SessionFact.Begun("", true, ""), ONE, NOW_MS - 1)).isEmpty();
    assertThat(code(new SessionFact.Begun("", false, "as prescribed"), ONE, NOW_MS - 1)).isEmpty();
  }

  @Test
  void aCautionNeedsAReasonAndThePrescriber() {
    assertThat(code(answer("bladder", "YES", "", "an-1"))).isEqualTo("REASON_NEEDED");
    assertThat(code(answer("bladder", "YES", "mild", ""))).isEqualTo("REASON_NEEDED");
    assertThat(code(answer("bladder", "YES", "mild", "an-1"))).isEmpty();
    assertThat(code(answer("bladder", "NO", "", ""))).isEmpty();
  }

  @Test
  void aContraindicationIsNotTakenBackWithoutAReason() {
    session = session.with(answer("pregnancy", "YES", "", ""), ONE);
    assertThat(code(answer("pregnancy", "NO", "", ""))).isEqualTo("REASON_NEEDED");
    assertThat(code(answer("pregnancy", "NO", "test negative", "an-1"))).isEmpty();
  }

  @Test
  void answersAreThoseOfTheItem() {
    assertThat(code(answer("consent", "YES", "", ""))).isEqualTo("NO_ANSWER");
    assertThat(code(answer("aldrete-oxygen", "3", "", ""))).isEqualTo("NO_ANSWER");
    assertThat(code(answer("pregnancy", "", "", ""))).isEqualTo("NO_ANSWER");
    assertThat(code(answer("weight", "DONE", "", ""))).isEqualTo("OTHER_FACT");
    assertThat(code(answer("loaded", "DONE", "", ""))).isEqualTo("OTHER_FACT");
    assertThat(code(answer("horoscope", "DONE", "", ""))).isEqualTo("NO_SUCH_ITEM");
    assertThat(code(answer("intention", " ", "", ""))).isEqualTo("NOT_WORDS");
    assertThat(code(answer("intention", "x".repeat(2_001), "", ""))).isEqualTo("NOT_WORDS");
  }

  @Test
  void adoseByHandIsWitnessedAndOfTheLastDay() {
    assertThat(code(byHand(1, NOW_MS), TWO, 0)).isEmpty();
    assertThat(code(byHand(1, NOW_MS), ONE, 0)).isEqualTo("SECOND_PERSON");
    assertThat(code(byHand(1, NOW_MS), new Signature("rn-1", "rn-1", NOW_MS), 0))
        .isEqualTo("SECOND_PERSON");
    assertThat(code(byHand(0, NOW_MS), TWO, 0)).isEqualTo("NOT_A_DOSE");
    assertThat(code(byHand(1, NOW_MS + 1), TWO, 0)).isEqualTo("NOT_A_DOSE");
    assertThat(code(byHand(1, NOW_MS - 24 * H_MS - 1), TWO, 0)).isEqualTo("NOT_A_DOSE");
  }

  @Test
  void aBalanceAddsUpWithinItsToleranceOrIsExplained() {
    session = session.with(delivered(OrderState.OVER), ONE);
    assertThat(code(balance(13_500_000, ""), TWO, 0)).as("up to the tolerance").isEmpty();
    assertThat(code(balance(13_500_001, ""), TWO, 0)).as("drug missing").isEqualTo("UNBALANCED");
    assertThat(code(balance(12_400_000, ""), TWO, 0)).as("within, below").isEmpty();
    assertThat(code(balance(12_399_999, ""), TWO, 0)).as("too much").isEqualTo("UNBALANCED");
    assertThat(code(balance(20_000_000, "broken"), TWO, 0)).isEmpty();
    assertThat(code(balance(13_000_000, ""), ONE, 0)).isEqualTo("SECOND_PERSON");
  }

  @Test
  void whileAnOrderIsUnderWayNothingOfItIsChanged() {
    session = session.with(delivered(OrderState.PAUSED), ONE);
    assertThat(code(new SessionFact.Ended(List.of(), "tired"))).isEqualTo("INFUSING");
    assertThat(code(new SessionFact.Begun("", true, ""))).isEqualTo("INFUSING");
    assertThat(code(new SessionFact.Weighed(70_000))).isEqualTo("INFUSING");
    assertThat(code(new SessionFact.Loaded("loaded", "X", 1))).isEqualTo("INFUSING");
    assertThat(code(balance(13_000_000, ""), TWO, 0)).isEqualTo("INFUSING");
  }

  @Test
  void anEndedSessionTakesNotesOnly() {
    session = session.with(new SessionFact.Ended(List.of(), ""), ONE);
    assertThat(code(new SessionFact.Noted("slept well"))).isEmpty();
    assertThat(code(answer("consent", "DONE", "", ""))).isEqualTo("NO_SESSION");
  }

  @Test
  void whoEntersItIsNoSecondPersonHoweverTheirIdIsWritten() {
    assertThat(code(byHand(1, NOW_MS), new Signature("rn-1", "RN-1", NOW_MS), 0))
        .isEqualTo("SECOND_PERSON");
  }

  private String code(SessionFact fact) {
    return code(fact, ONE, 0);
  }

  private String code(SessionFact fact, Signature by, long gaveWallMs) {
    var progress = new SessionProgress(SessionRules.ALL, session, NOW_MS);
    SessionRefusal refusal = new SessionCheck(progress, gaveWallMs).check(fact, by);
    return refusal == null ? "" : Objects.requireNonNull(refusal.code());
  }

  private static SessionFact answer(String id, String value, String reason, String prescriber) {
    return new SessionFact.Answered(id, value, reason, prescriber);
  }

  private static SessionFact byHand(long ng, long givenWallMs) {
    return new SessionFact.GivenByHand("K", ng, DoseRoute.NASAL, givenWallMs);
  }

  /** 1 mL flushed of a line of 1.5 mL, 5 mL left, 1 mL discarded; the pump gave 5.9 to 6 mL. */
  private static SessionFact balance(long drawnNl, String reason) {
    return new SessionFact.Balanced(
        "K",
        new DrugBalance(
            1_000_000, drawnNl, 5_000_000, 1_000_000, 1_500_000, 1_000_000, 60_000_000, reason));
  }

  private static SessionFact delivered(OrderState state) {
    return new SessionFact.Delivered(7, state, 5_900_000, 6_000_000, "K", 1_000_000);
  }
}
