package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.report.HandRecord.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.JournalReader;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.proto.journal.AcknowledgeAlarms;
import org.tenuto.proto.journal.AlarmCleared;
import org.tenuto.proto.journal.AlarmRaised;
import org.tenuto.proto.journal.Answered;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.LinePressure;
import org.tenuto.proto.journal.OrderReadBack;
import org.tenuto.proto.journal.PrimingBegun;
import org.tenuto.proto.journal.PrimingEnded;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.quantity.BodyWeight;

/** What is made of records that were written by hand. */
class SessionFactsTest {

  private static final long NONCE = HandRecord.NONCE;

  @TempDir private Path dir;

  private List<SessionFacts> sessions(HandRecord record) throws Exception {
    try (JournalReader reader = JournalReader.open(record.write(dir.resolve("journal.db")))) {
      RecordedSessions sessions = RecordedSessions.in(reader);
      List<SessionFacts> all = new ArrayList<>();
      for (int number = 1; number <= sessions.count(); number++) {
        all.add(sessions.facts(number));
        assertThat(sessions.html(number)).isNotEmpty();
      }
      return all;
    }
  }

  private SessionFacts only(HandRecord record) throws Exception {
    List<SessionFacts> all = sessions(record);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private String page(HandRecord record) throws Exception {
    try (JournalReader reader = JournalReader.open(record.write(dir.resolve("page.db")))) {
      return RecordedSessions.in(reader).html(1);
    }
  }

  /** 36 mL/h are 10,000 nL a second. */
  private static HandRecord running() {
    return HandRecord.booted()
        .started(10_000, NONCE)
        .checkpoint(11_000, "INFUSING", NONCE, ledger(9_000, 8_000, 10_000), 36_000_000);
  }

  @Test
  void aDeliveryNobodySawTheEndOfMayHaveGoneOnFor6s() throws Exception {
    SessionFacts facts = only(running());
    assertThat(facts.delivered()).isEqualTo(new Bracket(9_000, 8_000, 10_000 + 60_000));
    assertThat(facts.ending().text()).isEqualTo("Not over where the record ends.");
    assertThat(facts.trail().gaps())
        .containsExactly(
            new Gap(11_000_000_000L, 17_000_000_000L, "no word after this"));
  }

  private static LinePressure.Builder told(long pa) {
    return LinePressure.newBuilder().setMonitored(true).setPressurePa(pa);
  }

  @Test
  void thePressureIsShownAsFarAsItWasTold() throws Exception {
    LinePressure.Builder silent = LinePressure.newBuilder().setMonitored(true);
    HandRecord record =
        running()
            .pressure(12_000, told(-300))
            .pressure(13_000, told(12_345))
            .pressure(14_000, silent)
            .pressure(15_000, told(0))
            .pressure(20_000, told(7));
    PressureTrail trail = only(record).pressure();
    assertThat(trail.stretches())
        .containsExactly(
            List.of(
                new PressureTrail.Told(12_000_000_000L, -300),
                new PressureTrail.Told(13_000_000_000L, 12_345)),
            List.of(new PressureTrail.Told(15_000_000_000L, 0)),
            List.of(new PressureTrail.Told(20_000_000_000L, 7)));
    assertThat(trail.missing()).isEmpty();
    assertThat(page(record)).contains("Pressure of the line, kPa", "highest 12.345 kPa", ">−5<");
  }

  @Test
  void whyThereIsNoPressureIsSaid() throws Exception {
    assertThat(only(running()).pressure().missing()).isEqualTo("not recorded");
    HandRecord none = running().pressure(12_000, LinePressure.newBuilder());
    assertThat(only(none).pressure().missing()).isEqualTo("not monitored");
    assertThat(page(none)).contains(">Pressure<", ">not monitored<");
    HandRecord silent = none.pressure(13_000, LinePressure.newBuilder().setMonitored(true));
    assertThat(page(silent)).contains(">monitored, but its sensor told nothing<");
  }

  @Test
  void aLostControllersPumpIsStoppedByItsWatchdogWithin2s() throws Exception {
    ExecutorLost lost =
        ExecutorLost.newBuilder()
            .setExecutorBootId(HandRecord.EXECUTOR)
            .setState("INFUSING")
            .setLedger(ledger(9_000, 8_000, 10_000))
            .setRateNlPerH(36_000_000)
            .build();
    SessionFacts facts = only(running().add(12_000, lost));
    assertThat(facts.delivered().atMostNl()).isEqualTo(10_000 + 20_000);
    assertThat(facts.ending().text()).isEqualTo("Broken off: the controller was lost.");
  }

  @Test
  void whatMayHaveFlowedIsNeverMoreThanOrdered() throws Exception {
    HandRecord late =
        HandRecord.booted()
            .started(10_000, NONCE)
            .checkpoint(69_000, "INFUSING", NONCE, ledger(0, 585_000, 590_000), 36_000_000);
    assertThat(only(late).delivered().atMostNl()).isEqualTo(600_000);
  }

  @Test
  void aPumpThatRestsIsNotWidened() throws Exception {
    SessionFacts facts =
        only(HandRecord.booted().started(10_000, NONCE).completed(70_000, NONCE, 600_000));
    assertThat(facts.delivered()).isEqualTo(new Bracket(600_000, 600_000, 600_000));
    assertThat(facts.trail().endIsBlind()).isFalse();
  }

  /** The monotonic clock begins again: nothing of the new board is of the old order. */
  @Test
  void aNewBootOfTheBoardEndsTheOrder() throws Exception {
    HandRecord record =
        running()
            .add(3, StationStarted.newBuilder().setBoardBootId("board-2").build())
            .add(
                5_000,
                HandRecord.intent("rn-2")
                    .setAcknowledgeAlarms(AcknowledgeAlarms.getDefaultInstance())
                    .build());
    SessionFacts facts = only(record);
    assertThat(facts.ending().text()).startsWith("Broken off: the board was started anew");
    assertThat(facts.delivered().atMostNl()).isEqualTo(70_000);
    assertThat(facts.acts().all()).hasSize(3);
    StaffAct last = facts.acts().all().getLast();
    assertThat(Moment.of(facts, last.kept(), last.monoNs())).isEqualTo("2026-01-02 03:04:10 UTC");
  }

  /** Whatever the line does after it: the order's pump was heard to rest. */
  @Test
  void whatComesAfterTheEndIsNotOfTheOrder() throws Exception {
    HandRecord record =
        HandRecord.booted().started(10_000, NONCE).completed(70_000, NONCE, 600_000);
    SessionFacts facts = only(record.pump(75_000, "FAULT", NONCE, 600_000, "LOST"));
    assertThat(facts.trail().endIsBlind()).isFalse();
    assertThat(facts.ending().text()).startsWith("Completed");
  }

  @Test
  void aStartThatWasRefusedIsNoOrder() throws Exception {
    HandRecord record =
        HandRecord.booted().started(10_000, NONCE).completed(70_000, NONCE, 600_000);
    record.proposed(80_000, 98).start(82_000, 98);
    record.event(
        82_010,
        "COMPLETE",
        NONCE,
        600_000,
        ExecutorEvent.newBuilder()
            .setAnswered(Answered.newBuilder().setJournalSeq(record.size()).setAnswer("REFUSED")));
    SessionFacts facts = only(record);
    assertThat(facts.span().nonce()).isEqualTo(NONCE);
    assertThat(facts.span().toSeq()).isEqualTo(record.size());
    assertThat(facts.acts().all()).hasSize(4);
  }

  @Test
  void aStartOfWhichNothingElseIsOnRecordMayHaveDelivered() throws Exception {
    HandRecord record = new HandRecord();
    record.event(
        8_000,
        "READY",
        NONCE,
        0,
        ExecutorEvent.newBuilder()
            .setOrderReadBack(
                OrderReadBack.newBuilder()
                    .setReadBack(HandRecord.readBack(NONCE))));
    SessionFacts facts = only(record.start(10_000, NONCE));
    assertThat(facts.delivered()).isEqualTo(new Bracket(0, 0, 60_000));
    assertThat(facts.ending().text()).contains("is not on record");
  }

  @Test
  void aPrimingIsToldApart() throws Exception {
    HandRecord record = HandRecord.booted();
    record.event(
        2_000,
        "PRIMING",
        0,
        0,
        ExecutorEvent.newBuilder()
            .setPrimingBegun(
                PrimingBegun.newBuilder().setRateNlPerH(120_000_000).setVolumeNl(1_000_000)));
    record.event(
        32_000,
        "IDLE",
        0,
        0,
        ExecutorEvent.newBuilder()
            .setPrimingEnded(
                PrimingEnded.newBuilder().setLedger(ledger(1_000_000, 999_000, 1_000_000))));
    SessionFacts facts =
        only(record.started(50_000, NONCE).completed(110_000, NONCE, 600_000));
    assertThat(facts.delivered().atMostNl()).isEqualTo(600_000);
    assertThat(facts.primings().all())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.delivered()).isEqualTo(new Bracket(1_000_000, 999_000, 1_000_000));
              assertThat(one.ended()).isTrue();
            });
  }

  @Test
  void anAlarmIsToldWithWhoAcknowledgedIt() throws Exception {
    HandRecord record = running();
    record.event(
        12_000,
        "INFUSING",
        NONCE,
        10_000,
        ExecutorEvent.newBuilder()
            .setAlarmRaised(AlarmRaised.newBuilder().setCondition("CYCLE_OVERRUN")));
    record.add(
        13_000,
        HandRecord.intent("rn-9")
            .setAcknowledgeAlarms(AcknowledgeAlarms.getDefaultInstance())
            .build());
    int asked = record.size();
    record.event(
        13_010,
        "INFUSING",
        NONCE,
        20_000,
        ExecutorEvent.newBuilder()
            .setAlarmCleared(AlarmCleared.newBuilder().setCondition("CYCLE_OVERRUN")));
    record.event(
        13_010,
        "INFUSING",
        NONCE,
        20_000,
        ExecutorEvent.newBuilder()
            .setAnswered(Answered.newBuilder().setJournalSeq(asked).setAnswer("ACCEPTED")));
    assertThat(only(record).alarms().rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.clearedNs()).isEqualTo(13_010_000_000L);
              assertThat(row.acknowledged())
                  .containsExactly(new AlarmRow.Deed("rn-9", 13_000_000_000L));
            });
  }

  /** The closed form knows what even stretches lead to; the pump was running 0.1 s after Start. */
  @Test
  void concentrationsAreThoseOfWhatWasDelivered() throws Exception {
    HandRecord record = HandRecord.booted().started(10_000, NONCE);
    for (int s = 1; s < 60; s++) {
      long nl = s * 10_000L;
      record.checkpoint(10_000 + s * 1_000L, "INFUSING", NONCE, ledger(nl, nl, nl), 36_000_000);
    }
    SessionFacts facts = only(record.completed(70_000, NONCE, 600_000));
    ConcentrationTrail trail = ConcentrationTrail.of(facts, 60).getFirst();
    var model = PkModel.DOMINO_1984.forPatient(new Covariates(new BodyWeight(70_000)));
    List<PkPhase> given =
        List.of(
            PkPhase.pause(0.1),
            new PkPhase(10_000 / 0.9, 0.9, false),
            new PkPhase(10_000, 59, false));
    var curve = new ConcentrationCurve(model, given);
    for (ConcentrationTrail.Value value : trail.values()) {
      assertThat(value.cpNgPerMl()).isCloseTo(curve.cpNgPerMl(value.s()), within(1e-9));
      assertThat(value.ceNgPerMl()).isCloseTo(curve.ceNgPerMl(value.s()), within(1e-9));
    }
    assertThat(trail.values().getLast().cpNgPerMl()).isGreaterThan(50);
  }
}
