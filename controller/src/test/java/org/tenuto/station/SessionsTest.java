package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PriorDose;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.session.DoseRoute;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionItem;
import org.tenuto.session.SessionItems;
import org.tenuto.session.SessionRules;
import org.tenuto.session.TherapySession;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/** The gate and the record of a session, with the executor's own cycle and a journal on disk. */
class SessionsTest {

  private static final String SYRINGE = "BD-PLASTIPAK-50";
  private static final long NG_PER_ML = 1_000_000;
  private static final long MIN_NS = 60_000_000_000L;

  @TempDir private Path dir;
  private SteppedDevice device;

  @BeforeEach
  void begin() throws Exception {
    device = new SteppedDevice(dir, SessionRules.ALL);
    device.await(InfusionState.IDLE);
  }

  @AfterEach
  void end() {
    device.close();
  }

  @Test
  void noOrderWithoutASessionNorWithoutScreening() {
    assertThat(refused(propose())).isEqualTo("No session has begun: begin one first.");
    enter(new SessionFact.Begun("", false, ""));
    assertThat(refused(propose())).startsWith("Screening: nothing is answered yet");
    answer("psychosis", "YES");
    assertThat(refused(propose())).isEqualTo("Contraindicated, no order is taken: Active psychosis.");
  }

  @Test
  void aMissingStepHoldsUpTheStartAndNothingElse() {
    everythingBeforeAnOrder();
    answer("oxygen", "OPEN");
    ReadBackView view = device.accepted(propose());
    assertThat(refused(start(view))).isEqualTo("Checklist: Oxygen ready is missing.");
    device.work.requests().stop();
    device.pass(50 * HandClock.MS);
    answer("oxygen", "DONE");
    run();
    answer("oxygen", "OPEN");
    device.work.requests().pause();
    device.await(InfusionState.PAUSED);
    device.pass(1_000 * HandClock.MS);
    long nonce = Objects.requireNonNull(device.work.live().delivery()).nonce();
    device.accepted(device.work.requests().resume(nonce));
    device.await(InfusionState.INFUSING);
    device.work.requests().stop();
    device.await(InfusionState.IDLE);
  }

  @Test
  void onlyTheSyringeThatWasLoadedIsStarted() {
    everythingBeforeAnOrder();
    enter(new SessionFact.Loaded("loaded", SYRINGE, 2 * NG_PER_ML));
    enter(new SessionFact.Loaded("purged", SYRINGE, 2 * NG_PER_ML));
    enter(new SessionFact.Loaded("connected", SYRINGE, 2 * NG_PER_ML));
    ReadBackView view = device.accepted(propose());
    assertThat(refused(start(view))).startsWith("Loaded was another syringe or concentration");
  }

  @Test
  void aRestartedStationHasTheSessionAgain() throws Exception {
    everythingBeforeAnOrder();
    run();
    device.work.requests().pause();
    device.await(InfusionState.PAUSED);
    byHand(device, 2_000_000);
    TherapySession before = session();
    device.close();
    try (Journal journal = Journal.open(dir.resolve("journal.db"))) {
      assertThat(SessionHistory.load(journal).session()).isEqualTo(before);
    }
    device = new SteppedDevice(dir.resolve("other"), SessionRules.NONE);
  }

  @Test
  void aSessionCantEndWhileItsOrderIsUnderWayAndNamesWhatIsNotDoneAfter() {
    everythingBeforeAnOrder();
    run();
    assertThat(refused(tryEnter(new SessionFact.Ended(List.of(), "tired"))))
        .isEqualTo("An order is running or paused: stop it first.");
    device.work.requests().stop();
    device.await(InfusionState.IDLE);
    device.pass(2_000 * HandClock.MS);
    assertThat(refused(tryEnter(new SessionFact.Ended(List.of(), ""))))
        .startsWith("Drug balance: Balance of the syringe is missing, and ");
    enter(new SessionFact.Ended(List.of(), "fire alarm"));
    TherapySession.End end = Objects.requireNonNull(session().end());
    assertThat(end.fact().notDone()).contains("Drug balance: Balance of the syringe");
    assertThat(refused(propose())).isEqualTo("No session has begun: begin one first.");
    assertThat(refused(tryEnter(new SessionFact.Begun("", false, "")))).contains("needs a reason");
    enter(new SessionFact.Begun("", false, "prescribed twice"));
    assertThat(session().reason()).isEqualTo("prescribed twice");
  }

  @Test
  void anOtherSessionEndsTheOneBeforeWithWhatWasNotDone() throws Exception {
    enter(new SessionFact.Begun("", false, ""));
    String first = session().id();
    enter(new SessionFact.Begun("", false, ""));
    assertThat(session().id()).isNotEqualTo(first);
    assertThat(session().open()).isTrue();
  }

  @Test
  void whatWasGivenByHandCountsForTheNextOrder() {
    everythingBeforeAnOrder();
    byHand(device, 25_000_000);
    ReadBackView view = device.accepted(propose());
    assertThat(view.readBack().order().priorDoses())
        .containsExactly(new PriorDose("KETAMINE-RACEMIC", 25_000_000, 0, 600, true, true));
  }

  @Test
  void aFlushIsGivenToo() {
    everythingBeforeAnOrder();
    run();
    device.pass(20_000 * HandClock.MS);
    device.work.requests().stop();
    device.await(InfusionState.IDLE);
    device.pass(2_000 * HandClock.MS);
    var run = session().orders().values().iterator().next().last();
    var short1 =
        new DrugBalance(
            NG_PER_ML, 10_000_000, 5_000_000, 0, 1_500_000, 2_000_000, 60_000_000, "");
    assertThat(refused(tryEnter(new SessionFact.Balanced("", short1)))).contains("not accounted");
    long residualNl = 10_000_000 - 1_500_000 - run.atMostNl();
    var sound =
        new DrugBalance(
            NG_PER_ML, 10_000_000, residualNl, 0, 1_500_000, 2_000_000, 60_000_000, "");
    assertThat(
            refused(device.work.sessions().record(new SessionFact.Balanced("", sound), "rn-1", "rn-1")))
        .startsWith("A second person has to witness this");
    enter(new SessionFact.Balanced("", sound));
    device.pass(HandClock.MS);
    ReadBackView view = device.accepted(propose());
    assertThat(view.readBack().order().priorDoses())
        .anyMatch(dose -> dose.declared() && dose.ng() == 1_500_000 && dose.drugId().equals("DEMO"));
  }

  @Test
  void anOrderForANewPatientInASessionThatGaveIsRefused() {
    everythingBeforeAnOrder();
    assertThat(refused(device.work.requests().propose(order(true))))
        .startsWith("This session was begun for the same patient");
    byHand(device, 1_000_000);
    assertThat(refused(device.work.requests().propose(order(true))))
        .startsWith("This session has given a drug already");
  }

  private void run() {
    device.accepted(start(device.accepted(propose())));
    device.await(InfusionState.INFUSING);
    device.pass(1_000 * HandClock.MS);
  }

  private CompletableFuture<Reply<ReadBackView>> propose() {
    return device.work.requests().propose(order(false));
  }

  private OrderEntry order(boolean newPatient) {
    OrderEntry plain = device.shortOrder();
    return new OrderEntry(
        plain.libraryHash(),
        plain.drugId(),
        plain.protocolId(),
        Patient.ofWeight(70_000),
        plain.weightBasis(),
        plain.phases(),
        NG_PER_ML,
        SYRINGE,
        plain.loadedNl(),
        false,
        newPatient,
        List.of());
  }

  private CompletableFuture<Reply<String>> start(ReadBackView view) {
    return device.work.requests().start(view.readBack().nonce(), view.readBack().hash());
  }

  private void everythingBeforeAnOrder() {
    enter(new SessionFact.Begun("", false, ""));
    for (SessionItem item : SessionItems.all()) {
      if (item.step().isBeforeInfusion()) {
        switch (item.kind()) {
          case HARD, CAUTION -> answer(item.id(), "NO");
          case TICK -> answer(item.id(), "DONE");
          case WORDS -> answer(item.id(), "to sleep again");
          case SCORE -> answer(item.id(), "2");
          case WEIGHT -> enter(new SessionFact.Weighed(70_000));
          case LOADING -> enter(new SessionFact.Loaded(item.id(), SYRINGE, NG_PER_ML));
        }
      }
    }
  }

  private void byHand(SteppedDevice on, long ng) {
    long tenMinAgoMs = on.clock.wallMs() - 10 * MIN_NS / 1_000_000;
    enter(new SessionFact.GivenByHand("KETAMINE-RACEMIC", ng, DoseRoute.INTRAMUSCULAR, tenMinAgoMs));
  }

  private void answer(String id, String value) {
    enter(new SessionFact.Answered(id, value, "", ""));
  }

  private void enter(SessionFact fact) {
    device.accepted(tryEnter(fact));
  }

  private CompletableFuture<Reply<String>> tryEnter(SessionFact fact) {
    return device.work.sessions().record(fact, "rn-1", "rn-2");
  }

  private TherapySession session() {
    return Objects.requireNonNull(device.work.sessions().progress().session());
  }

  private <T> String refused(CompletableFuture<Reply<T>> request) {
    for (int ms = 0; ms < 3_000 && !request.isDone(); ms++) {
      device.pass(HandClock.MS);
    }
    if (request.join() instanceof Reply.Refused<T>(String _, String text)) {
      return text;
    }
    throw new AssertionError("accepted: " + request.join());
  }
}
