package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.Progress;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.proto.journal.ClockStepped;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** Orders go on a real record; what is remembered live and what is read back must be the same. */
class DoseHistoryTest {

  private static final long EXECUTOR = 11;
  private static final long MIN_MS = 60_000;
  private static final long H_MS = 60 * MIN_MS;
  private static final long WALL_MS = 1_780_000_000_000L;
  private static final long ORDER_NL = 35_000_000;
  private static final long ORDER_S = 2_400;

  @TempDir private Path dir;

  private Journal journal;
  private DoseHistory live;
  private long monoMs = 1_000;
  private long wallMs = WALL_MS;
  private long stationBootId = 21;
  private long commandSeq;
  private long eventSeq;
  private InfusionState state = InfusionState.IDLE;
  private long nonce;
  private long atMostNl;

  @BeforeEach
  void open() throws Exception {
    journal = Journal.open(dir.resolve("journal.db"));
    live = new DoseHistory();
    station("board-1");
  }

  @AfterEach
  void close() throws Exception {
    journal.close();
  }

  private void append(long bootId, MessageLite message) throws Exception {
    live.heard(
        journal.append(
            Entry.confined(
                bootId, monoMs * 1_000_000, Instant.ofEpochMilli(wallMs), message)));
  }

  private void station(String boardBootId) throws Exception {
    append(
        ++stationBootId,
        StationStarted.newBuilder()
            .setStationBootId(stationBootId)
            .setBoardBootId(boardBootId)
            .build());
  }

  private void pass(long ms) {
    monoMs += ms;
    wallMs += ms;
  }

  private ExecutorEvent.Stamp stamp() {
    return new ExecutorEvent.Stamp(
        ++eventSeq, eventSeq, monoMs * 1_000_000, state, nonce, atMostNl, 0, atMostNl);
  }

  private void report(ExecutorEvent event) throws Exception {
    append(EXECUTOR, JournalForm.event(event));
  }

  private void move(InfusionState to) throws Exception {
    InfusionState from = state;
    state = to;
    report(new ExecutorEvent.StateChanged(stamp(), from, to, NotDeliveringReason.NONE));
  }

  private void pump(PumpState pumpState) throws Exception {
    report(new ExecutorEvent.PumpChanged(stamp(), pumpState, PumpFault.NONE, 0));
  }

  private static Order order(String drugId) {
    return Order.ofDose(
        "ab".repeat(32), drugId, "P", 70_000, 500_000, ORDER_S, 1_000_000, "S", ORDER_NL, "rn");
  }

  private void show(String drugId, boolean newPatient, boolean demo, List<Finding> findings)
      throws Exception {
    var header = new StationCommand.Header(EXECUTOR, stationBootId, ++commandSeq, 0, 0);
    append(
        stationBootId,
        JournalForm.intent(
            new StationCommand.Propose(header, order(drugId)),
            new Asked("rn", newPatient, demo)));
    nonce = 1_000 + eventSeq;
    atMostNl = 0;
    state = InfusionState.READY;
    report(
        new ExecutorEvent.OrderReadBack(
            stamp(), stationBootId, commandSeq, readBack(order(drugId), findings)));
  }

  private ReadBack readBack(Order order, List<Finding> findings) {
    return readBack(nonce, Progress.NONE, ORDER_NL, order, findings);
  }

  /** Of a change of the running order to another volume. */
  private ReadBack changeTo(long volumeNl) {
    return readBack(
        nonce + 1, new Progress(nonce, 0, 0, 0, 1), volumeNl, order("KETAMINE"), List.of());
  }

  private static ReadBack readBack(
      long nonce, Progress progress, long volumeNl, Order order, List<Finding> findings) {
    return new ReadBack(
        nonce,
        0,
        order,
        progress,
        "d",
        "p",
        "s",
        new ReadBack.Weights(70_000, 0, 0, 0, 0),
        35_000_000,
        35_000_000,
        volumeNl,
        ORDER_S,
        List.of(
            new ReadBack.Phase(
                PhaseKind.MAINTENANCE, 1, 1, ORDER_NL, 1, 1, ORDER_S, "1MH", "35ML")),
        List.of(),
        findings,
        "h");
  }

  private void start(String drugId, boolean newPatient) throws Exception {
    show(drugId, newPatient, drugId.equals("DEMO"), List.of());
    move(InfusionState.INFUSING);
    pump(PumpState.RUNNING);
  }

  /** A whole order that delivers so much in 40 min. */
  private void give(String drugId, boolean newPatient, long nl) throws Exception {
    start(drugId, newPatient);
    pass(ORDER_S * 1_000);
    atMostNl = nl;
    move(InfusionState.COMPLETE);
    pump(PumpState.STOPPED);
  }

  /** What counts now, the same live and read back from the record. */
  private List<PriorDose> priors() throws Exception {
    return priors(false, Order.MOST_PRIOR_DOSES);
  }

  private List<PriorDose> priors(boolean demo, int most) throws Exception {
    List<PriorDose> now = live.priorDoses(demo, most, monoMs * 1_000_000);
    assertThat(
            DoseHistory.load(journal)
                .priorDoses(demo, most, monoMs * 1_000_000))
        .as("read back")
        .isEqualTo(now);
    return now;
  }

  @Test
  void anOrderCountsWithWhatItGaveAtMost() throws Exception {
    give("KETAMINE", false, 30_000_001);
    pass(H_MS);
    assertThat(priors())
        .containsExactly(new PriorDose("KETAMINE", 30_000_001, ORDER_S, 3_600, true, false));
  }

  @Test
  void newestComesFirstAndTheSessionEndsAfterFourHours() throws Exception {
    give("KETAMINE", false, 1_000_000);
    pass(4 * H_MS - ORDER_S * 1_000 - 1_000);
    give("KETAMINE", false, 2_000_000);
    assertThat(priors()).extracting(PriorDose::thisSession).containsExactly(true, true);
    pass(1_000);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(2_000_000L, 1_000_000L);
    assertThat(priors()).extracting(PriorDose::thisSession).containsExactly(true, false);
  }

  @Test
  void aDoseIsForgottenAfterADay() throws Exception {
    give("KETAMINE", false, ORDER_NL);
    pass(24 * H_MS - 1);
    assertThat(priors()).hasSize(1);
    pass(1);
    assertThat(priors()).isEmpty();
  }

  @Test
  void whatWasOnlyReadBackOrRefusedGaveNothing() throws Exception {
    show("KETAMINE", false, false, List.of());
    show("KETAMINE", true, false, List.of(new Finding("X", Finding.Severity.HARD, "x")));
    assertThat(priors()).isEmpty();
  }

  @Test
  void anotherPersonsOrderEndsWhatCountedBeforeForGood() throws Exception {
    give("KETAMINE", false, 1_000_000);
    give("KETAMINE", true, 2_000_000);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(2_000_000L);
    give("KETAMINE", false, 3_000_000);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(3_000_000L, 2_000_000L);
  }

  /** Somebody tapped "new patient", looked again, and changed it. */
  @Test
  void anotherPersonsOrderThatWasNeverStartedEndsNothing() throws Exception {
    give("KETAMINE", false, 1_000_000);
    show("KETAMINE", true, false, List.of());
    show("KETAMINE", false, false, List.of());
    assertThat(priors()).hasSize(1);
  }

  @Test
  void anOrderWithoutAnEndOnRecordCountsWholeAndAsLateAsItCanHaveGoneOn() throws Exception {
    start("KETAMINE", false);
    pass(MIN_MS);
    atMostNl = 1_000_000;
    report(new ExecutorEvent.AlarmRaised(stamp(), org.tenuto.alarm.AlarmCondition.PUMP_SILENT));
    pass(2 * H_MS);
    nonce = 0;
    state = InfusionState.SELF_TEST;
    report(new ExecutorEvent.Booted(stamp(), 12, "b", "t", "m", "h", false));
    assertThat(priors())
        .containsExactly(
            new PriorDose("KETAMINE", ORDER_NL, ORDER_S, 7_200 - ORDER_S, true, false));
  }

  @Test
  void aChangedOrderIsOneDoseAndCountsAsItWasChanged() throws Exception {
    start("KETAMINE", false);
    pass(MIN_MS);
    atMostNl = 1_000_000;
    report(
        new ExecutorEvent.OrderReadBack(stamp(), stationBootId, ++commandSeq, changeTo(40_000_000)));
    assertThat(priors()).as("not confirmed").extracting(PriorDose::ng).containsExactly(ORDER_NL);
    report(new ExecutorEvent.OrderChanged(stamp(), changeTo(40_000_000)));
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(40_000_000L);
    atMostNl = 2_000_000;
    move(InfusionState.IDLE);
    pump(PumpState.STOPPED);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(2_000_000L);
  }

  @Test
  void aFaultIsNotOverUntilThePumpRests() throws Exception {
    start("KETAMINE", false);
    pump(PumpState.LOST);
    atMostNl = 2_000_000;
    move(InfusionState.FAULT);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(ORDER_NL);
    pass(MIN_MS);
    atMostNl = 2_500_000;
    pump(PumpState.STOPPED);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(2_500_000L);
    pump(PumpState.LOST);
    assertThat(priors()).extracting(PriorDose::ng).containsExactly(2_500_000L);
  }

  @Test
  void aClockThatWasSetMakesEveryDoseBeforeCountAsEndedThen() throws Exception {
    give("KETAMINE", false, 1_000_000);
    pass(H_MS);
    wallMs += 48 * H_MS;
    append(stationBootId, ClockStepped.newBuilder().setByMs(48 * H_MS).build());
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(0L);
    pass(H_MS);
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(3_600L);
  }

  @Test
  void aClockThatWasSetWhileNoStationRanIsNoticed() throws Exception {
    give("KETAMINE", false, 1_000_000);
    pass(H_MS);
    wallMs += 3_000;
    station("board-1");
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(0L);
  }

  @Test
  void anotherStationOnAClockThatAgreesChangesNothing() throws Exception {
    give("KETAMINE", false, 1_000_000);
    pass(H_MS);
    wallMs += 1_000;
    station("board-1");
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(3_601L);
  }

  @Test
  void aBoardThatWasOffKeepsTheAgesOfItsClock() throws Exception {
    give("KETAMINE", false, 1_000_000);
    wallMs += 10 * H_MS;
    monoMs = 5_000;
    station("board-2");
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(36_000L);
  }

  @Test
  void aClockBeforeTheEndOfTheRecordIsNotBelieved() throws Exception {
    give("KETAMINE", false, 1_000_000);
    pass(H_MS);
    wallMs = WALL_MS - 100 * H_MS;
    monoMs = 5_000;
    station("board-2");
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(0L);
    pass(H_MS);
    assertThat(priors()).extracting(PriorDose::endedAgoS).containsExactly(3_600L);
  }

  @Test
  void dosesOfDemonstrationDrugsCountOnlyForEachOther() throws Exception {
    give("KETAMINE", false, 1_000_000);
    give("DEMO", false, 2_000_000);
    assertThat(priors(false, 16)).extracting(PriorDose::drugId).containsExactly("KETAMINE");
    assertThat(priors(true, 16)).extracting(PriorDose::drugId).containsExactly("DEMO");
  }

  @Test
  void tooManyAreAddedUpAsLateAsTheLatest() throws Exception {
    for (int i = 1; i <= 5; i++) {
      give(i == 2 ? "ESKETAMINE" : "KETAMINE", false, i * 1_000_000L);
    }
    List<PriorDose> three = priors(false, 3);
    assertThat(three).extracting(PriorDose::ng).containsExactly(5_000_000L, 8_000_000L, 2_000_000L);
    assertThat(three)
        .extracting(PriorDose::drugId)
        .containsExactly("KETAMINE", "KETAMINE", "ESKETAMINE");
    assertThat(three.get(1).endedAgoS()).isEqualTo(ORDER_S);
    assertThat(three.stream().mapToLong(PriorDose::ng).sum())
        .isEqualTo(priors().stream().mapToLong(PriorDose::ng).sum());
  }

  @Test
  void staffSeeWhatCountsInSumAndWhenTheLastEnded() throws Exception {
    assertThat(live.recent(false, monoMs * 1_000_000)).isNull();
    give("KETAMINE", false, 1_000_000);
    give("KETAMINE", false, 2_000_000);
    pass(MIN_MS);
    assertThat(live.recent(false, monoMs * 1_000_000))
        .isEqualTo(new org.tenuto.web.LiveView.RecentDose(3_000_000, 60));
  }
}
