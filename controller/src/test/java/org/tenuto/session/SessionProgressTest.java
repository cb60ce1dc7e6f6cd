package org.tenuto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tenuto.session.SessionFact.OrderState;
import org.tenuto.session.SessionProgress.Standing;

class SessionProgressTest {

  private static final String SYRINGE = "BD-PLASTIPAK-50";
  private static final long NG_PER_ML = 1_000_000;
  private static final long WEIGHT_G = 71_000;
  private static final long MIN_MS = 60_000;
  private static final long BEGUN_MS = 1_700_000_000_000L;

  private SessionRules rules = SessionRules.ALL;
  private long nowMs = BEGUN_MS;
  private TherapySession session =
      TherapySession.begin(new SessionFact.Begun("s-1", false, ""), by());

  @Test
  void nothingIsReadBackWithoutASession() {
    assertThat(new SessionProgress(rules, null, nowMs).whyNotPropose(WEIGHT_G))
        .isEqualTo("No session has begun: begin one first.");
  }

  @Test
  void nothingIsReadBackWhileNothingIsScreened() {
    assertThat(progress().whyNotPropose(WEIGHT_G))
        .isEqualTo("Screening: nothing is answered yet, so no order is taken.");
    answer("psychosis", "NO");
    assertThat(progress().whyNotPropose(WEIGHT_G)).isNull();
  }

  @Test
  void aContraindicationStopsTheSession() {
    everythingBeforeAnOrder();
    assertThat(start()).isNull();
    answer("pregnancy", "YES");
    assertThat(progress().whyNotPropose(WEIGHT_G))
        .isEqualTo("Contraindicated, no order is taken: Pregnancy.");
    assertThat(start()).isEqualTo("Contraindicated, no order is taken: Pregnancy.");
  }

  @Test
  void anOtherWeightThanTheMeasuredOneIsRefused() {
    everythingBeforeAnOrder();
    assertThat(progress().whyNotPropose(WEIGHT_G + 1))
        .isEqualTo("Body weight is not the one measured today: take that one.");
  }

  @Test
  void eachItemBeforeAnInfusionHoldsUpTheStartAndIsNamed() {
    for (SessionItem item : SessionItems.all()) {
      if (item.step().isBeforeInfusion()) {
        session = TherapySession.begin(new SessionFact.Begun("s-2", false, ""), by());
        everythingBeforeAnOrderBut(item);
        assertThat(start()).as(item.id()).contains(item.text()).contains(item.step().title());
      }
    }
  }

  @Test
  void whatASiteSwitchedOffIsNotAskedFor() {
    rules = SessionRules.of(Set.of(SessionStep.PREPARATION), Set.of("consent"));
    assertThat(progress().standing(SessionStep.SCREENING)).isEqualTo(Standing.OFF);
    assertThat(start()).isEqualTo("Preparation: Consent given and signed is missing.");
    answer("consent", "DONE");
    assertThat(start()).isNull();
    rules = SessionRules.NONE;
    assertThat(new SessionProgress(rules, null, nowMs).whyNotStart(1, "", 1)).isNull();
  }

  @Test
  void aTickThatIsTakenBackIsMissingAgain() {
    everythingBeforeAnOrder();
    answer("oxygen", "OPEN");
    assertThat(start()).isEqualTo("Checklist: Oxygen ready is missing.");
  }

  @Test
  void loadingIsBoundToSyringeAndConcentration() {
    everythingBeforeAnOrder();
    String other = "Loaded was another syringe or concentration than ordered: load again.";
    assertThat(progress().whyNotStart(WEIGHT_G, "BBRAUN-50", NG_PER_ML)).isEqualTo(other);
    assertThat(progress().whyNotStart(WEIGHT_G, SYRINGE, 2 * NG_PER_ML)).isEqualTo(other);
    session = session.with(new SessionFact.Loaded("loaded", SYRINGE, 2 * NG_PER_ML), by());
    assertThat(progress().whyNotStart(WEIGHT_G, SYRINGE, 2 * NG_PER_ML))
        .isEqualTo("Load and connect: Line purged, no air is missing, and 1 more.");
  }

  @Test
  void aSessionOfYesterdayIsNoGround() {
    everythingBeforeAnOrder();
    nowMs += 24 * 60 * MIN_MS;
    assertThat(start()).isNull();
    nowMs += 1;
    assertThat(start()).startsWith("This session began more than 24 h ago");
  }

  @Test
  void aLongPauseEndsTheOrder() {
    session = session.with(delivered(OrderState.PAUSED), at(nowMs));
    nowMs += 30 * MIN_MS;
    session = session.with(delivered(OrderState.PAUSED), at(nowMs));
    assertThat(progress().whyNotResume()).isNull();
    nowMs += 1;
    assertThat(progress().whyNotResume())
        .isEqualTo(
            "Paused for more than 30 min: stop this order, what it gave counts for the next.");
  }

  @Test
  void dischargeWaitsForTheTimeOfObservation() {
    session = session.with(delivered(OrderState.RUNNING), at(nowMs));
    assertThat(progress().missing(SessionStep.DISCHARGE)).contains("60 min of observation left");
    session = session.with(delivered(OrderState.OVER), at(nowMs));
    nowMs += 59 * MIN_MS + 1;
    assertThat(progress().missing(SessionStep.DISCHARGE)).contains("1 min of observation left");
    nowMs += MIN_MS;
    assertThat(progress().missing(SessionStep.DISCHARGE)).noneMatch(m -> m.contains(" left"));
  }

  @Test
  void stepsComeInTheirOrderAndThoseAfterAnInfusionOnlyAfterOne() {
    assertThat(progress().next()).isEqualTo(SessionStep.SCREENING);
    everythingBeforeAnOrder();
    assertThat(progress().next()).isNull();
    assertThat(progress().notDone()).isEmpty();
    assertThat(progress().standing(SessionStep.BALANCE)).isEqualTo(Standing.MISSING);
    session = session.with(delivered(OrderState.OVER), at(nowMs));
    assertThat(progress().next()).isEqualTo(SessionStep.BALANCE);
    assertThat(progress().notDone()).contains("Drug balance: Balance of the syringe");
  }

  private @Nullable String start() {
    return progress().whyNotStart(WEIGHT_G, SYRINGE, NG_PER_ML);
  }

  private SessionProgress progress() {
    return new SessionProgress(rules, session, nowMs);
  }

  private void everythingBeforeAnOrder() {
    everythingBeforeAnOrderBut(new SessionItem("", SessionStep.NOTES, ItemKind.TICK, ""));
  }

  private void everythingBeforeAnOrderBut(SessionItem left) {
    var items =
        SessionItems.all().stream()
            .filter(item -> item.step().isBeforeInfusion() && !item.equals(left))
            .collect(Collectors.toList());
    for (SessionItem item : items) {
      switch (item.kind()) {
        case HARD, CAUTION -> answer(item.id(), "NO");
        case TICK -> answer(item.id(), "DONE");
        case WORDS -> answer(item.id(), "to sleep again");
        case SCORE -> answer(item.id(), "2");
        case WEIGHT -> session = session.with(new SessionFact.Weighed(WEIGHT_G), by());
        case LOADING ->
            session = session.with(new SessionFact.Loaded(item.id(), SYRINGE, NG_PER_ML), by());
      }
    }
  }

  private void answer(String id, String value) {
    session = session.with(new SessionFact.Answered(id, value, "", ""), by());
  }

  private static SessionFact delivered(OrderState state) {
    return new SessionFact.Delivered(7, state, 1_000, 2_000, "KETAMINE", NG_PER_ML);
  }

  private static Signature by() {
    return at(BEGUN_MS);
  }

  private static Signature at(long wallMs) {
    return new Signature("rn-1", "", wallMs);
  }
}
