package org.tenuto.station;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.infusion.InfusionState;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.observation.Level;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Noted;
import org.tenuto.observation.Source;
import org.tenuto.observation.Thresholds;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress.Standing;
import org.tenuto.session.SessionRules;
import org.tenuto.session.SessionStep;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.ReadingEntry;
import org.tenuto.web.Reply;

/** Steps of a session that readings answer: before a start, and before a discharge. */
class SessionReadingsTest {

  private static final Thresholds SHIPPED =
      Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);

  private static final SessionRules RULES =
      new SessionRules(
          Set.of(SessionStep.CHECKLIST, SessionStep.DISCHARGE),
          Set.of("baseline-vitals", "alert"),
          48,
          0,
          30,
          500_000);

  @TempDir private Path dir;
  private SteppedDevice device;

  @BeforeEach
  void begin() throws Exception {
    device = new SteppedDevice(dir, RULES, new ObservationRules(SHIPPED, false, false));
    device.await(InfusionState.IDLE);
    device.accepted(enter(new SessionFact.Begun("", false, "")));
  }

  @AfterEach
  void end() {
    device.close();
  }

  private CompletableFuture<Reply<String>> enter(SessionFact fact) {
    return device.work.sessions().record(fact, "rn-1", "");
  }

  private void read(Map<Measure, Integer> values) {
    ReadingEntry entry = new ReadingEntry(values, Set.of(), "", Source.MANUAL, 0);
    device.accepted(
        requireNonNull(device.work.observing()).enter(entry, "rn-1", device.work.sessions()));
  }

  private void pressure(int systolic) {
    read(Map.of(Measure.SYSTOLIC, systolic, Measure.DIASTOLIC, 80));
  }

  private CompletableFuture<Reply<String>> start() {
    ReadBackView view = device.accepted(device.work.requests().propose(device.shortOrder()));
    return device.work.requests().start(view.readBack().nonce(), view.readBack().hash());
  }

  private void discard() {
    device.work.requests().stop();
    device.pass(50 * HandClock.MS);
  }

  private String refused(CompletableFuture<Reply<String>> request) {
    for (int ms = 0; ms < 3_000 && !request.isDone(); ms++) {
      device.pass(HandClock.MS);
    }
    return request.join() instanceof Reply.Refused<String>(String _, String text)
        ? text
        : "accepted";
  }

  @Test
  void noOrderStartsBeforeThereIsABaselineAndNoTickReplacesIt() {
    assertThat(refused(enter(new SessionFact.Answered("baseline-vitals", "DONE", "", ""))))
        .isEqualTo(
            "Baseline vital signs taken: readings answer it. Blood pressure before the start:"
                + " none yet, expected one of the last 15 min.");
    assertThat(refused(start()))
        .isEqualTo(
            "Checklist: Baseline vital signs taken (Blood pressure before the start: none yet,"
                + " expected one of the last 15 min) is missing.");
    discard();
    pressure(120);
    assertThat(device.work.sessions().progress().standing(SessionStep.CHECKLIST))
        .isEqualTo(Standing.DONE);
    device.accepted(start());
    device.await(InfusionState.INFUSING);
  }

  @Test
  void aPressureTooHighForAStartHoldsItUpUntilStaffGoOnWithIt() {
    pressure(165);
    assertThat(refused(start())).contains("165 mmHg").contains("do not start");
    discard();
    device.accepted(
        requireNonNull(device.work.observing())
            .note(1, Level.PAUSE, Noted.Action.CONTINUING, "an-1", device.work.sessions()));
    device.accepted(start());
    device.await(InfusionState.INFUSING);
  }

  @Test
  void aSessionIsNotEndedWithoutTheReadingsOrAReason() {
    pressure(120);
    device.accepted(start());
    device.await(InfusionState.INFUSING);
    device.pass(2_000 * HandClock.MS);
    device.work.requests().stop();
    device.await(InfusionState.IDLE);
    device.pass(2_000 * HandClock.MS);

    var ended = new SessionFact.Ended(List.of(), "");
    assertThat(refused(enter(ended))).contains("MOAA/S after the infusion: missing");
    read(Map.of(Measure.MOAA_S, 3));
    assertThat(refused(enter(ended))).contains("MOAA/S 3: expected 5");
    read(Map.of(Measure.MOAA_S, 5));
    device.accepted(enter(ended));
    assertThat(requireNonNull(device.work.sessions().progress().session()).open()).isFalse();
  }
}
