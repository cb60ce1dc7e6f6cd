package org.tenuto.station;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.observation.Level;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Noted;
import org.tenuto.observation.ObservationSchedule;
import org.tenuto.observation.SignedLimits;
import org.tenuto.observation.Source;
import org.tenuto.observation.Thresholds;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.SessionRecorded.FactCase;
import org.tenuto.web.LiveView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.ReadingEntry;
import org.tenuto.web.Reply;

/** Observation on both halves of the controller, under a clock of the test. */
class ObservingTest {

  private static final Thresholds SHIPPED =
      Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);

  private static final long S = 1_000 * HandClock.MS;
  private static final long MIN = 60 * S;

  @TempDir private Path dir;

  private SteppedDevice device(Thresholds thresholds, boolean autoPause) throws Exception {
    return new SteppedDevice(dir, new ObservationRules(thresholds, autoPause, false));
  }

  private static long start(SteppedDevice device) {
    device.await(InfusionState.IDLE);
    ReadBackView view = device.accepted(device.work.requests().propose(device.shortOrder()));
    device.accepted(
        device.work.requests().start(view.readBack().nonce(), view.readBack().hash()));
    device.await(InfusionState.INFUSING);
    return view.readBack().nonce();
  }

  private static CompletableFuture<Reply<String>> enter(
      SteppedDevice device, Map<Measure, Integer> values, Set<Measure> unknown, long corrects) {
    String reason = corrects == 0 ? "" : "mistyped";
    ReadingEntry entry = new ReadingEntry(values, unknown, reason, Source.MANUAL, corrects);
    return observing(device).enter(entry, "rn-1", device.work.sessions());
  }

  private static Observing observing(SteppedDevice device) {
    return requireNonNull(device.work.observing());
  }

  private static void pressure(SteppedDevice device, int systolic) {
    device.accepted(
        enter(
            device, Map.of(Measure.SYSTOLIC, systolic, Measure.DIASTOLIC, 80), Set.of(), 0));
  }

  private static void vitals(SteppedDevice device) {
    Map<Measure, Integer> values =
        Map.of(
            Measure.SYSTOLIC, 120,
            Measure.DIASTOLIC, 80,
            Measure.HEART_RATE, 70,
            Measure.SPO2, 98);
    device.accepted(enter(device, values, Set.of(), 0));
  }

  private static List<String> alarms(SteppedDevice device) {
    return device.work.live().alarms().stream()
        .map(LiveView.Alarm::id)
        .filter(id -> id.startsWith("OBSERVATION") || id.endsWith("ADVISED"))
        .toList();
  }

  private static String due(SteppedDevice device) {
    return ObservationSchedule.at(
                requireNonNull(device.work.observing()).view().seen(), device.clock.nowNs())
            .stream()
            .map(state -> state.next() == null ? "none" : state.next().title())
            .toList()
        + "";
  }

  private List<SessionRecorded> facts() throws Exception {
    List<SessionRecorded> facts = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(dir.resolve("journal.db"))) {
      for (JournalRecord record : reader.readAfter(0, 5_000)) {
        if (record.type().equals("SessionRecorded")) {
          facts.add(SessionRecorded.parseFrom(record.payload()));
          assertThat(record.wire()).as("a fact never leaves the device").isNull();
        }
      }
    }
    return facts;
  }

  private List<FactCase> kinds() throws Exception {
    return facts().stream().map(SessionRecorded::getFactCase).toList();
  }

  @Test
  void aReadingIsOnRecordBeforeItIsAnsweredAndAdviceAfterIt() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      pressure(device, 186);
      assertThat(kinds()).containsExactly(FactCase.LIMITS_IN_FORCE, FactCase.VITAL_SIGNS);
      device.pass(2 * S);
      assertThat(kinds()).endsWith(FactCase.VITAL_SIGNS, FactCase.ADVICE_GIVEN);
      SessionRecorded advice = facts().getLast();
      assertThat(advice.getAdviceGiven().getText())
          .isEqualTo("Systolic pressure 186 mmHg, above 180 mmHg: pause?");
      assertThat(advice.getStaffId()).isEmpty();
      assertThat(facts().get(1).getStaffId()).isEqualTo("rn-1");
      assertThat(alarms(device)).containsExactly("PAUSE_ADVISED");
      assertThat(device.work.live().state()).isEqualTo(InfusionState.INFUSING);
      int onRecord = kinds().size();
      device.pass(5 * S);
      assertThat(kinds()).as("advice is told once").hasSize(onRecord);
    }
  }

  @Test
  void staffTakeNoteOfAdviceAndItIsQuietUntilItGetsWorse() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      pressure(device, 186);
      Observing observing = observing(device);
      var sessions = device.work.sessions();
      assertThat(
              observing.note(7, Level.PAUSE, Noted.Action.CALLED, "rn-2", sessions).join())
          .isInstanceOf(Reply.Refused.class);
      device.accepted(observing.note(1, Level.PAUSE, Noted.Action.CALLED, "rn-2", sessions));
      assertThat(alarms(device)).isEmpty();
      assertThat(facts()).anyMatch(
          fact -> fact.hasAdviceNoted() && fact.getStaffId().equals("rn-2"));
      pressure(device, 205);
      assertThat(alarms(device)).containsExactly("STOP_ADVISED");
      pressure(device, 130);
      assertThat(alarms(device)).isEmpty();
    }
  }

  @Test
  void aSlipIsRefusedInOneLineAndNotOnRecord() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      Map<Measure, Integer> swapped = Map.of(Measure.SYSTOLIC, 80, Measure.DIASTOLIC, 120);
      assertThat(enter(device, swapped, Set.of(), 0).join())
          .isEqualTo(
              new Reply.Refused<String>(
                  "READING",
                  "Diastolic pressure 120 mmHg: expected below the systolic, 80 mmHg"));
      assertThat(enter(device, Map.of(Measure.SPO2, 97), Set.of(), 5).join())
          .isInstanceOf(Reply.Refused.class);
      device.pass(S);
      assertThat(kinds()).doesNotContain(FactCase.VITAL_SIGNS);
    }
  }

  @Test
  void twoEntriesAtOnceAreTakenOneAfterTheOther() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      var first = enter(device, Map.of(Measure.SPO2, 97), Set.of(), 0);
      assertThat(enter(device, Map.of(Measure.SPO2, 97), Set.of(), 0).join())
          .isInstanceOf(Reply.Refused.class);
      device.accepted(first);
      device.accepted(enter(device, Map.of(Measure.SPO2, 96), Set.of(), 1));
      assertThat(enter(device, Map.of(Measure.SPO2, 95), Set.of(), 1).join())
          .as("a reading is corrected once")
          .isInstanceOf(Reply.Refused.class);
    }
  }

  @Test
  void whatIsCorrectedOrVoidStaysOnRecordWithTheReasonAndARestartKnowsIt() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      device.accepted(enter(device, Map.of(Measure.SPO2, 79), Set.of(), 0));
      device.accepted(enter(device, Map.of(Measure.SPO2, 97), Set.of(), 1));
      device.accepted(enter(device, Map.of(Measure.MOAA_S, 1), Set.of(), 0));
      device.accepted(enter(device, Map.of(), Set.of(), 3));
      List<SessionRecorded> taken =
          facts().stream()
              .filter(one -> one.hasVitalSigns() || one.hasScaleScored() || one.hasNotMeasured())
              .toList();
      assertThat(taken).hasSize(4);
      assertThat(taken.get(0).getVitalSigns().getValues(0).getValue()).isEqualTo(79);
      assertThat(taken.get(1).getVitalSigns().getReason()).isEqualTo("mistyped");
      assertThat(taken.get(2).getScaleScored().getScore()).isEqualTo(1);
      assertThat(taken.get(3).getNotMeasured().getCorrects()).isEqualTo(3);
      assertThat(taken.get(3).getNotMeasured().getMeasuresList()).isEmpty();
      assertThat(taken.get(3).getNotMeasured().getReason()).isEqualTo("mistyped");
      var seen = observing(device).view().seen();
      assertThat(seen.measured(Measure.MOAA_S)).isEmpty();
      device.killStation();
      assertThat(observing(device).view().seen()).isEqualTo(seen);
    }
  }

  @Test
  void aMissedReadingIsToldAtTwoAndAtFiveMinutesAlsoInAPauseAndAfterARestart() throws Exception {
    try (SteppedDevice device = device(SHIPPED, false)) {
      start(device);
      long startNs = observing(device).view().seen().startNs();
      device.work.requests().pause();
      device.await(InfusionState.PAUSED);
      passTo(device, startNs + 5 * MIN);
      assertThat(due(device)).isEqualTo("[5 min, 10 min]");
      assertThat(alarms(device)).isEmpty();
      device.killStation();
      assertThat(observing(device).view().seen().startNs()).isEqualTo(startNs);
      assertThat(due(device)).isEqualTo("[5 min, 10 min]");
      passTo(device, startNs + 7 * MIN - HandClock.MS);
      assertThat(alarms(device)).isEmpty();
      passTo(device, startNs + 7 * MIN);
      assertThat(alarms(device)).containsExactly("OBSERVATION_LATE");
      passTo(device, startNs + 10 * MIN);
      assertThat(alarms(device)).containsExactly("OBSERVATION_MISSED");
      device.pass(2 * S);
      device.killStation();
      device.pass(2 * S);
      assertThat(kinds().stream().filter(FactCase.OBSERVATION_LATE::equals))
          .as("each is told once, also by the next station")
          .hasSize(2);
      vitals(device);
      assertThat(alarms(device)).isEmpty();
      assertThat(due(device)).isEqualTo("[15 min, 10 min]");
      assertThat(device.work.live().state()).isEqualTo(InfusionState.PAUSED);
    }
  }

  private static void passTo(SteppedDevice device, long atNs) {
    device.pass(atNs - device.clock.nowNs());
  }

  @Test
  void optedForItPausesForAConfirmedReadingOnceAndNeverResumes() throws Exception {
    try (SteppedDevice device = device(SignedLimits.pauseAbove180(), true)) {
      long nonce = start(device);
      pressure(device, 185);
      device.pass(3 * S);
      assertThat(device.work.live().state()).isEqualTo(InfusionState.INFUSING);
      pressure(device, 185);
      device.await(InfusionState.PAUSED);
      assertThat(kinds()).contains(FactCase.PAUSED_BY_OBSERVATION);
      device.pass(5 * S);
      assertThat(device.work.live().state()).isEqualTo(InfusionState.PAUSED);
      device.accepted(device.work.requests().resume(nonce));
      device.await(InfusionState.INFUSING);
      device.pass(3 * S);
      assertThat(device.work.live().state())
          .as("staff decided: the same reading pauses once")
          .isEqualTo(InfusionState.INFUSING);
      device.killStation();
      device.pass(3 * S);
      assertThat(device.work.live().state()).isEqualTo(InfusionState.INFUSING);
    }
  }

  @Test
  void notOptedForItNeverPauses() throws Exception {
    try (SteppedDevice device = device(SignedLimits.pauseAbove180(), false)) {
      start(device);
      pressure(device, 250);
      device.pass(3 * S);
      pressure(device, 250);
      device.pass(5 * S);
      assertThat(device.work.live().state()).isEqualTo(InfusionState.INFUSING);
      assertThat(alarms(device)).containsExactly("PAUSE_ADVISED");
      assertThat(kinds()).doesNotContain(FactCase.PAUSED_BY_OBSERVATION);
    }
  }

  @Test
  void anOrderStartsOnlyAfterTheObservationsBeforeIt() throws Exception {
    try (SteppedDevice device =
        new SteppedDevice(dir, new ObservationRules(SHIPPED, false, true))) {
      device.await(InfusionState.IDLE);
      ReadBackView view = device.accepted(device.work.requests().propose(device.shortOrder()));
      Reply<String> refused =
          device.work.requests().start(view.readBack().nonce(), view.readBack().hash()).join();
      assertThat(refused)
          .isEqualTo(
              new Reply.Refused<String>(
                  "SESSION",
                  "Blood pressure before the start: none yet, expected two 5 min apart"));
    }
  }

  @Test
  void withoutItNothingIsObserved() throws Exception {
    try (SteppedDevice device = new SteppedDevice(dir)) {
      start(device);
      assertThat(device.work.observing()).isNull();
      device.pass(S);
      assertThat(kinds()).isEmpty();
    }
  }
}
