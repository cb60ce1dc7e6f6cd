package org.tenuto.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.Answered;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.Resume;
import org.tenuto.proto.journal.Start;
import org.tenuto.proto.journal.StateChanged;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.simulator.boundary.ModelledDisk;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.oracle.Violation;

/**
 * A record made by hand on a modelled disk, and a judge who is told what was true: the test says
 * what the station writes, and what it leaves out.
 */
final class HandMade {

  static final long S = 1_000_000_000;
  static final long NONCE = 7;
  static final long EXECUTOR = 11;
  static final long STATION = 21;
  static final long DIGIT_NL = 1_000;
  private static final long MS = 1_000_000;

  final PresentFaults present = new PresentFaults();
  final ModelledDisk disk = new ModelledDisk(present, new SplittableRandom(1), Tripwire.never());
  final List<SealedEvent> received = new ArrayList<>();
  final RecordJudge judge =
      new RecordJudge(
          disk.fromOutside(), disk::isDurable, disk::tornSeq, received, "rn-1", DIGIT_NL);
  Journal journal;
  long nowNs = 100 * S;
  long cycle;
  long station;

  /** Since when the broker has been well; a test about what was published says so. */
  long brokerSinceNs = Ending.NEVER;

  private long executor;
  private long eventSeq;
  private InfusionState state = InfusionState.IDLE;

  /** A station and an executor that have just started. */
  HandMade() throws JournalException {
    journal = start(STATION);
    boot(EXECUTOR);
  }

  /** A station starts; who was there before is dead. */
  Journal start(long stationBootId) throws JournalException {
    disk.processDies();
    journal = Journal.open(disk);
    station = stationBootId;
    var started = StationStarted.newBuilder().setStationBootId(stationBootId).build();
    journal.append(Entry.publishable(stationBootId, nowNs, wall(), started, body()));
    judge.stationStarted(ending(0, Ending.NEVER));
    return journal;
  }

  /** An executor starts, and that is on record. */
  void boot(long executorBootId) throws JournalException {
    executor = executorBootId;
    eventSeq = 0;
    cycle = 0;
    state = InfusionState.IDLE;
    record(says(new ExecutorEvent.Booted(stamp(0, 0), executor, "", "", "", "", false)));
  }

  static Instant wall() {
    return Instant.ofEpochMilli(1_767_312_000_000L);
  }

  static EventBody body() {
    return EventBody.newBuilder().setState("IDLE").build();
  }

  Stamp stamp(long atLeastNl, long atMostNl) {
    cycle++;
    return stampNow(atLeastNl, atMostNl);
  }

  /** Another event of the same cycle. */
  Stamp stampNow(long atLeastNl, long atMostNl) {
    return new Stamp(++eventSeq, cycle, nowNs, state, NONCE, 0, atLeastNl, atMostNl);
  }

  /** The executor says that; nobody has written it down yet. */
  <E extends ExecutorEvent> E says(E event) {
    judge.heard(event);
    return event;
  }

  /** The executor says that its state has changed. */
  ExecutorEvent.StateChanged changes(InfusionState to, long atLeastNl, long atMostNl) {
    InfusionState from = state;
    state = to;
    return says(
        new ExecutorEvent.StateChanged(
            stamp(atLeastNl, atMostNl), from, to, NotDeliveringReason.NONE));
  }

  /** The executor carries a command out, in the same cycle. */
  ExecutorEvent.Answered accepts(long commandSeq, long intentSeq) {
    return says(
        new ExecutorEvent.Answered(
            stampNow(0, 0),
            station,
            commandSeq,
            intentSeq,
            ExecutorEvent.Answer.ACCEPTED,
            "ACCEPTED",
            ""));
  }

  /** The station writes down what the executor said. */
  JournalRecord record(ExecutorEvent event) throws JournalException {
    return journal.append(
        Entry.publishable(executor, event.stamp().monoNs(), wall(), form(event), body()));
  }

  static org.tenuto.proto.journal.ExecutorEvent form(ExecutorEvent event) {
    var stamp = event.stamp();
    var message = org.tenuto.proto.journal.ExecutorEvent.newBuilder();
    message
        .getStampBuilder()
        .setSeq(stamp.seq())
        .setCycle(stamp.cycle())
        .setMonoNs(stamp.monoNs())
        .setState(stamp.state().name())
        .setOrderNonce(stamp.orderNonce())
        .setLedger(ledger(stamp.atLeastNl(), stamp.atMostNl()));
    switch (event) {
      case ExecutorEvent.Booted e -> message.setBooted(Booted.newBuilder().setBootId(e.bootId()));
      case ExecutorEvent.StateChanged e ->
          message.setStateChanged(StateChanged.newBuilder().setTo(e.to().name()));
      case ExecutorEvent.Answered e ->
          message.setAnswered(
              Answered.newBuilder()
                  .setStationBootId(e.stationBootId())
                  .setCommandSeq(e.commandSeq())
                  .setJournalSeq(e.journalSeq())
                  .setAnswer(e.answer().name()));
      default -> throw new IllegalArgumentException("no form for " + event);
    }
    return message.build();
  }

  static Ledger ledger(long atLeastNl, long atMostNl) {
    return Ledger.newBuilder().setAtLeastNl(atLeastNl).setAtMostNl(atMostNl).build();
  }

  /** The station writes down what the snapshot says. */
  void checkpoint(long atLeastNl, long atMostNl) throws JournalException {
    confined(
        executor,
        Checkpoint.newBuilder()
            .setExecutorBootId(executor)
            .setOrderNonce(NONCE)
            .setLedger(ledger(atLeastNl, atMostNl))
            .build());
  }

  /** The station no longer hears the executor, and writes down what it said last. */
  void executorLost(long atLeastNl, long atMostNl) throws JournalException {
    confined(
        executor,
        ExecutorLost.newBuilder()
            .setExecutorBootId(executor)
            .setLedger(ledger(atLeastNl, atMostNl))
            .build());
  }

  /** The station writes an intent down; its record. */
  long start(long commandSeq, long nonce) throws JournalException {
    return confined(
        station, intent(commandSeq).setStart(Start.newBuilder().setNonce(nonce)).build());
  }

  long resume(long commandSeq, long nonce) throws JournalException {
    return confined(
        station, intent(commandSeq).setResume(Resume.newBuilder().setNonce(nonce)).build());
  }

  Intent.Builder intent(long commandSeq) {
    return Intent.newBuilder()
        .setStationBootId(station)
        .setExecutorBootId(executor)
        .setCommandSeq(commandSeq)
        .setStaffId("rn-1");
  }

  /** The station writes something down that nobody else may see; its record. */
  long confined(long bootId, Message message) throws JournalException {
    return journal.append(Entry.confined(bootId, nowNs, wall(), message)).seq();
  }

  /** Staff start an order of 1 mL at 60 mL/h; its intent is on record, and the executor starts. */
  void infuse() throws JournalException {
    judge.happened(new Happening.Started(order(), NONCE));
    long intentSeq = start(1, NONCE);
    var changed = changes(InfusionState.INFUSING, 0, 0);
    var accepted = accepts(1, intentSeq);
    record(changed);
    record(accepted);
  }

  static Order order() {
    return new Order(
        "hash",
        "DRUG",
        "PROTOCOL",
        Patient.ofWeight(70_000),
        WeightBasis.ACTUAL,
        List.of(new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_H, 60_000_000, 60)),
        1_000_000,
        "SYRINGE",
        50_000_000,
        List.of(),
        false,
        List.of(),
        "rn-1",
        "");
  }

  /** The plunger has pushed out that much by now. */
  HandMade pushed(long nl) {
    judge.look(nowNs, nl, 0);
    return this;
  }

  HandMade pass(long ms) {
    nowNs += ms * MS;
    return this;
  }

  /** A reader at the broker gets what is on record under that wire sequence. */
  SealedEvent publishes(JournalRecord record) {
    var wire = record.wire();
    if (wire == null) {
      throw new IllegalArgumentException("record " + record.seq() + " is not to be published");
    }
    SealedEvent event =
        SealedEvent.newBuilder()
            .setWireSeq(wire.seq())
            .setPreviousHash(wire.previousHash())
            .setHash(wire.hash())
            .setBody(wire.body())
            .build();
    received.add(event);
    return event;
  }

  private Ending ending(long executorBootId, long keptSinceNs) {
    return new Ending(nowNs, executorBootId, keptSinceNs, brokerSinceNs);
  }

  /** Nothing is wrong; who lives now has lived all the time. */
  void isRight() {
    assertThat(found(executor, 0)).isEmpty();
  }

  /** That check finds something, and says so. */
  void isWrong(Class<?> check, String words) {
    isWrong(found(executor, 0), check, words);
  }

  /** Nothing is wrong; in the end nobody lives. */
  void isRightOfTheDead() {
    assertThat(found(0, Ending.NEVER)).isEmpty();
  }

  /** That check finds something though in the end nobody lives. */
  void isWrongOfTheDead(Class<?> check, String words) {
    isWrong(found(0, Ending.NEVER), check, words);
  }

  private static void isWrong(List<Violation> found, Class<?> check, String words) {
    assertThat(found).extracting(Violation::oracle).containsExactly(check.getSimpleName());
    assertThat(found.getFirst().text()).contains(words);
  }

  List<Violation> found(long executorBootId, long keptSinceNs) {
    List<Violation> found = new ArrayList<>();
    judge.judge(ending(executorBootId, keptSinceNs), found::add);
    return found;
  }
}
