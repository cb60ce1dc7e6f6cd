package org.tenuto.station;

import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.proto.journal.AlarmCleared;
import org.tenuto.proto.journal.AlarmRaised;
import org.tenuto.proto.journal.Answered;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.CyclesSkipped;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.HaltTaken;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.LinePressure;
import org.tenuto.proto.journal.OrderChanged;
import org.tenuto.proto.journal.OrderReadBack;
import org.tenuto.proto.journal.PanelPressed;
import org.tenuto.proto.journal.ProgramSent;
import org.tenuto.proto.journal.Propose;
import org.tenuto.proto.journal.PumpChanged;
import org.tenuto.proto.journal.ResetFault;
import org.tenuto.proto.journal.Resume;
import org.tenuto.proto.journal.Stamp;
import org.tenuto.proto.journal.Start;
import org.tenuto.proto.journal.StateChanged;
import org.tenuto.pump.PumpState;

/** What the executor says and is told, as the journal writes it. Pure. */
final class JournalForm {

  private JournalForm() {}

  static org.tenuto.proto.journal.ExecutorEvent event(ExecutorEvent event) {
    var message =
        org.tenuto.proto.journal.ExecutorEvent.newBuilder().setStamp(stamp(event.stamp()));
    setBody(message, event);
    return message.build();
  }

  private static Stamp stamp(ExecutorEvent.Stamp stamp) {
    return Stamp.newBuilder()
        .setSeq(stamp.seq())
        .setCycle(stamp.cycle())
        .setMonoNs(stamp.monoNs())
        .setState(stamp.state().name())
        .setOrderNonce(stamp.orderNonce())
        .setLedger(ledger(stamp.commandedNl(), stamp.atLeastNl(), stamp.atMostNl()))
        .build();
  }

  static Ledger ledger(long commandedNl, long atLeastNl, long atMostNl) {
    return Ledger.newBuilder()
        .setCommandedNl(commandedNl)
        .setAtLeastNl(atLeastNl)
        .setAtMostNl(atMostNl)
        .build();
  }

  private static void setBody(
      org.tenuto.proto.journal.ExecutorEvent.Builder message, ExecutorEvent event) {
    switch (event) {
      case ExecutorEvent.Booted e -> message.setBooted(booted(e));
      case ExecutorEvent.StateChanged e -> message.setStateChanged(stateChanged(e));
      case ExecutorEvent.OrderReadBack e -> message.setOrderReadBack(orderReadBack(e));
      case ExecutorEvent.OrderChanged e ->
          message.setOrderChanged(
              OrderChanged.newBuilder().setReadBack(JournalOrderForm.readBack(e.readBack())));
      case ExecutorEvent.Answered e -> message.setAnswered(answered(e));
      case ExecutorEvent.HaltTaken e ->
          message.setHaltTaken(HaltTaken.newBuilder().setStop(e.stop()));
      case ExecutorEvent.PanelPressed e ->
          message.setPanelPressed(PanelPressed.newBuilder().setButton(e.button().name()));
      case ExecutorEvent.ProgramSent e -> message.setProgramSent(programSent(e));
      case ExecutorEvent.PrimingOffered e ->
          message.setPrimingOffered(JournalPrimingForm.offered(e));
      case ExecutorEvent.PrimingBegun e -> message.setPrimingBegun(JournalPrimingForm.begun(e));
      case ExecutorEvent.PrimingEnded e -> message.setPrimingEnded(JournalPrimingForm.ended(e));
      case ExecutorEvent.PumpChanged e -> message.setPumpChanged(pumpChanged(e));
      case ExecutorEvent.AlarmRaised e ->
          message.setAlarmRaised(AlarmRaised.newBuilder().setCondition(e.condition().name()));
      case ExecutorEvent.AlarmCleared e ->
          message.setAlarmCleared(AlarmCleared.newBuilder().setCondition(e.condition().name()));
      case ExecutorEvent.CyclesSkipped e ->
          message.setCyclesSkipped(
              CyclesSkipped.newBuilder().setSkipped(e.skipped()).setLatenessNs(e.latenessNs()));
    }
  }

  private static Booted booted(ExecutorEvent.Booted event) {
    return Booted.newBuilder()
        .setBootId(event.bootId())
        .setBuild(event.build())
        .setTiming(event.timing())
        .setPumpModel(event.pumpModel())
        .setLibraryHash(event.libraryHash())
        .setBuzzer(event.buzzer())
        .build();
  }

  private static StateChanged stateChanged(ExecutorEvent.StateChanged event) {
    return StateChanged.newBuilder()
        .setFrom(event.from().name())
        .setTo(event.to().name())
        .setReason(event.reason().name())
        .build();
  }

  private static OrderReadBack orderReadBack(ExecutorEvent.OrderReadBack event) {
    return OrderReadBack.newBuilder()
        .setStationBootId(event.stationBootId())
        .setCommandSeq(event.commandSeq())
        .setReadBack(JournalOrderForm.readBack(event.readBack()))
        .build();
  }

  private static Answered answered(ExecutorEvent.Answered event) {
    return Answered.newBuilder()
        .setStationBootId(event.stationBootId())
        .setCommandSeq(event.commandSeq())
        .setJournalSeq(event.journalSeq())
        .setAnswer(event.answer().name())
        .setCode(event.code())
        .setText(event.text())
        .build();
  }

  private static ProgramSent programSent(ExecutorEvent.ProgramSent event) {
    return ProgramSent.newBuilder()
        .setRateNlPerH(event.rateNlPerH())
        .setVolumeNl(event.volumeNl())
        .setPumpRate(event.pumpRate())
        .setPhase(event.phase())
        .build();
  }

  private static PumpChanged pumpChanged(ExecutorEvent.PumpChanged event) {
    return PumpChanged.newBuilder()
        .setPumpState(event.pumpState().name())
        .setFault(event.fault().name())
        .setCounterNl(event.counterNl())
        .build();
  }

  /** A command before it is sent, with the header it will carry. */
  static Intent intent(StationCommand command, Asked asked) {
    var header = command.header();
    Intent.Builder intent =
        Intent.newBuilder()
            .setStationBootId(header.stationBootId())
            .setExecutorBootId(header.executorBootId())
            .setCommandSeq(header.seq())
            .setExpiresAtNs(header.expiresAtNs())
            .setStaffId(asked.staffId());
    switch (command) {
      case StationCommand.Propose c ->
          intent.setPropose(
              Propose.newBuilder()
                  .setOrder(JournalOrderForm.order(c.order()))
                  .setNewPatient(asked.newPatient())
                  .setDemo(asked.demo()));
      case StationCommand.ProposeChange c ->
          intent.setProposeChange(
              JournalOrderForm.change(c.change())
                  .setOrderNonce(c.orderNonce())
                  .setPhase(c.phase()));
      case StationCommand.Start c ->
          intent.setStart(Start.newBuilder().setNonce(c.nonce()).setReadBackHash(c.readBackHash()));
      case StationCommand.Resume c -> intent.setResume(Resume.newBuilder().setNonce(c.nonce()));
      case StationCommand.ProposePriming c ->
          intent.setProposePriming(JournalPrimingForm.propose(c));
      case StationCommand.StartPriming c ->
          intent.setStartPriming(JournalPrimingForm.start(c));
      case StationCommand.ResetFault c -> intent.setResetFault(ResetFault.getDefaultInstance());
      case StationCommand.AcknowledgeAlarms c ->
          intent.setAcknowledgeAlarms(
              org.tenuto.proto.journal.AcknowledgeAlarms.getDefaultInstance());
      case StationCommand.PauseAudio c ->
          intent.setPauseAudio(org.tenuto.proto.journal.PauseAudio.getDefaultInstance());
    }
    return intent.build();
  }

  /** What the snapshot said when the record was last made durable. */
  static Checkpoint checkpoint(StatusSnapshot snapshot, long lastDurableEventSeq) {
    Checkpoint.Builder checkpoint =
        Checkpoint.newBuilder()
            .setExecutorBootId(snapshot.executorBootId)
            .setCycle(snapshot.cycle)
            .setState(snapshot.state.name())
            .setOrderNonce(snapshot.orderNonce)
            .setLedger(ledger(snapshot.commandedNl, snapshot.atLeastNl, snapshot.atMostNl))
            .setRateNlPerH(snapshot.rateNlPerH)
            .setLastDurableEventSeq(lastDurableEventSeq)
            .setPhase((int) snapshot.phase)
            .setPhases((int) snapshot.phases);
    if (snapshot.primingNl > 0) {
      checkpoint.setPriming(JournalPrimingForm.priming(snapshot));
    }
    return checkpoint.setLinePressure(pressure(snapshot)).build();
  }

  private static LinePressure pressure(StatusSnapshot snapshot) {
    LinePressure.Builder pressure =
        LinePressure.newBuilder().setMonitored(Monitored.pressure(snapshot.monitoredBits));
    if (snapshot.pressureKnown == 1) {
      pressure.setPressurePa(snapshot.pressurePa);
    }
    return pressure.build();
  }

  /** The executor fell silent: what was last seen of it. */
  static ExecutorLost executorLost(StatusSnapshot snapshot, long silentNs) {
    ExecutorLost.Builder lost =
        ExecutorLost.newBuilder()
            .setExecutorBootId(snapshot.executorBootId)
            .setCycle(snapshot.cycle)
            .setState(snapshot.state.name())
            .setLedger(ledger(snapshot.commandedNl, snapshot.atLeastNl, snapshot.atMostNl))
            .setRateNlPerH(snapshot.rateNlPerH)
            .setSilentNs(silentNs)
            .setCause(
                snapshot.pumpState == PumpState.STOPPED
                    ? "controller gone while the pump was confirmed stopped"
                    : "controller lost: no new snapshot; the pump's own watchdog stops it");
    if (snapshot.primingNl > 0) {
      lost.setPriming(JournalPrimingForm.priming(snapshot));
    }
    return lost.build();
  }
}
