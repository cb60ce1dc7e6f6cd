package org.tenuto.station;

import java.time.Instant;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Finding;
import org.tenuto.dose.ReadBack;
import org.tenuto.proto.telemetry.AlarmCleared;
import org.tenuto.proto.telemetry.AlarmRaised;
import org.tenuto.proto.telemetry.Answered;
import org.tenuto.proto.telemetry.CyclesSkipped;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.ExecutorLost;
import org.tenuto.proto.telemetry.ExecutorStarted;
import org.tenuto.proto.telemetry.HaltTaken;
import org.tenuto.proto.telemetry.PanelPressed;
import org.tenuto.proto.telemetry.OrderChanged;
import org.tenuto.proto.telemetry.OrderReadBack;
import org.tenuto.proto.telemetry.PrimingBegun;
import org.tenuto.proto.telemetry.PrimingEnded;
import org.tenuto.proto.telemetry.PrimingOffered;
import org.tenuto.proto.telemetry.ProgramSent;
import org.tenuto.proto.telemetry.PumpChanged;
import org.tenuto.proto.telemetry.StateChanged;
import org.tenuto.proto.telemetry.StationStarted;
import org.tenuto.proto.telemetry.StationStopped;

/** What happened, as the world may see it: no staff, no patient, no weight, no notes. Pure. */
final class WireForm {

  private WireForm() {}

  static EventBody event(ExecutorEvent event, Instant wall) {
    ExecutorEvent.Stamp stamp = event.stamp();
    EventBody.Builder body =
        EventBody.newBuilder()
            .setWallMs(wall.toEpochMilli())
            .setMonoNs(stamp.monoNs())
            .setState(stamp.state().name())
            .setOrderId(OrderId.of(stamp.orderNonce()))
            .setCommandedNl(stamp.commandedNl())
            .setAtLeastNl(stamp.atLeastNl())
            .setAtMostNl(stamp.atMostNl());
    setWhat(body, event);
    return body.build();
  }

  private static void setWhat(EventBody.Builder body, ExecutorEvent event) {
    switch (event) {
      case ExecutorEvent.Booted e -> body.setExecutorStarted(started(e));
      case ExecutorEvent.StateChanged e ->
          body.setStateChanged(
              StateChanged.newBuilder()
                  .setFrom(e.from().name())
                  .setTo(e.to().name())
                  .setReason(e.reason().name()));
      case ExecutorEvent.OrderReadBack e -> body.setOrderReadBack(readBack(e.readBack()));
      case ExecutorEvent.OrderChanged e ->
          body.setOrderChanged(
              OrderChanged.newBuilder().setOrder(TelemetryFigures.of(e.readBack())));
      case ExecutorEvent.Answered e ->
          body.setAnswered(Answered.newBuilder().setAnswer(e.answer().name()).setCode(e.code()));
      case ExecutorEvent.HaltTaken e -> body.setHaltTaken(HaltTaken.newBuilder().setStop(e.stop()));
      case ExecutorEvent.PanelPressed e ->
          body.setPanelPressed(PanelPressed.newBuilder().setButton(e.button().name()));
      case ExecutorEvent.ProgramSent e ->
          body.setProgramSent(
              ProgramSent.newBuilder()
                  .setRateNlPerH(e.rateNlPerH())
                  .setVolumeNl(e.volumeNl())
                  .setPhase(e.phase() + 1));
      case ExecutorEvent.PrimingOffered e ->
          body.setPrimingOffered(
              PrimingOffered.newBuilder()
                  .setSyringeName(e.readBack().syringeName())
                  .setVolumeNl(e.readBack().volumeNl())
                  .setRateNlPerH(e.readBack().rateNlPerH())
                  .setDurationS(e.readBack().durationS()));
      case ExecutorEvent.PrimingBegun e ->
          body.setPrimingBegun(
              PrimingBegun.newBuilder()
                  .setRateNlPerH(e.rateNlPerH())
                  .setVolumeNl(e.volumeNl()));
      case ExecutorEvent.PrimingEnded e ->
          body.setPrimingEnded(
              PrimingEnded.newBuilder()
                  .setCommandedNl(e.commandedNl())
                  .setAtLeastNl(e.atLeastNl())
                  .setAtMostNl(e.atMostNl()));
      case ExecutorEvent.PumpChanged e ->
          body.setPumpChanged(
              PumpChanged.newBuilder()
                  .setPumpState(e.pumpState().name())
                  .setFault(e.fault().name())
                  .setCounterNl(e.counterNl()));
      case ExecutorEvent.AlarmRaised e ->
          body.setAlarmRaised(
              AlarmRaised.newBuilder()
                  .setCondition(e.condition().name())
                  .setPriority(e.condition().priority().name()));
      case ExecutorEvent.AlarmCleared e ->
          body.setAlarmCleared(AlarmCleared.newBuilder().setCondition(e.condition().name()));
      case ExecutorEvent.CyclesSkipped e ->
          body.setCyclesSkipped(
              CyclesSkipped.newBuilder().setSkipped(e.skipped()).setLatenessNs(e.latenessNs()));
    }
  }

  private static ExecutorStarted started(ExecutorEvent.Booted event) {
    return ExecutorStarted.newBuilder()
        .setBuild(event.build())
        .setTiming(event.timing())
        .setPumpModel(event.pumpModel())
        .setLibraryHash(event.libraryHash())
        .build();
  }

  private static OrderReadBack readBack(ReadBack readBack) {
    OrderReadBack.Builder message =
        OrderReadBack.newBuilder()
            .setOrder(TelemetryFigures.of(readBack))
            .setProtocolName(readBack.protocolName())
            .setSyringeName(readBack.syringeName())
            .setOrderedNg(readBack.orderedNg())
            .setAchievedNg(readBack.achievedNg())
            .setDurationS(readBack.durationS())
            .setRefused(readBack.refused());
    readBack.findings().stream().map(Finding::code).forEach(message::addFindings);
    return message.build();
  }

  /** The executor fell silent. */
  static EventBody executorLost(StatusSnapshot snapshot, long silentNs, Instant wall) {
    return EventBody.newBuilder()
        .setWallMs(wall.toEpochMilli())
        .setMonoNs(snapshot.nowNs)
        .setState("LOST")
        .setOrderId(OrderId.of(snapshot.orderNonce))
        .setCommandedNl(snapshot.commandedNl)
        .setAtLeastNl(snapshot.atLeastNl)
        .setAtMostNl(snapshot.atMostNl)
        .setExecutorLost(
            ExecutorLost.newBuilder().setRateNlPerH(snapshot.rateNlPerH).setSilentNs(silentNs))
        .build();
  }

  static EventBody stationStarted(String build, long monoNs, Instant wall) {
    return bare(monoNs, wall)
        .setStationStarted(StationStarted.newBuilder().setBuild(build))
        .build();
  }

  static EventBody stationStopped(long monoNs, Instant wall) {
    return bare(monoNs, wall).setStationStopped(StationStopped.getDefaultInstance()).build();
  }

  private static EventBody.Builder bare(long monoNs, Instant wall) {
    return EventBody.newBuilder().setWallMs(wall.toEpochMilli()).setMonoNs(monoNs);
  }
}
