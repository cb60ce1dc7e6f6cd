package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.ReadBack;
import org.tenuto.pk.PkModel;
import org.tenuto.proto.telemetry.LinePressure;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.PhaseFigures;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.PredictedPeak;
import org.tenuto.proto.telemetry.Primed;

/** Figures of an order, and what the models predict of it, as the world may see them. Pure. */
final class TelemetryFigures {

  private TelemetryFigures() {}

  /** The priming the snapshot has. */
  static Primed primed(StatusSnapshot snapshot) {
    return Primed.newBuilder()
        .setVolumeNl(snapshot.primingNl)
        .setRateNlPerH(snapshot.primingRateNlPerH)
        .setAtLeastNl(snapshot.primedAtLeastNl)
        .setAtMostNl(snapshot.primedAtMostNl)
        .setAllAtMostNl(snapshot.primedInAllNl)
        .build();
  }

  /** What the snapshot knows of the pressure of the line. */
  static LinePressure pressure(StatusSnapshot snapshot) {
    LinePressure.Builder pressure =
        LinePressure.newBuilder().setMonitored(Monitored.pressure(snapshot.monitoredBits));
    if (snapshot.pressureKnown == 1) {
      pressure.setPressurePa(snapshot.pressurePa);
    }
    return pressure.build();
  }

  /** An order in the executor's own figures. */
  static OrderFigures of(ReadBack readBack) {
    OrderFigures.Builder figures =
        OrderFigures.newBuilder()
            .setOrderId(OrderId.of(readBack.orderNonce()))
            .setDrugName(readBack.drugName())
            .setConcentrationNgPerMl(readBack.order().concentrationNgPerMl())
            .setVolumeNl(readBack.volumeNl())
            .setRateNlPerH(readBack.highestRateNlPerH())
            .setDoseRateNgPerKgPerH(
                readBack.phases().stream()
                    .mapToLong(ReadBack.Phase::doseRateNgPerKgPerH)
                    .max()
                    .orElse(0))
            .setOverrideCount(readBack.overrideCount());
    readBack.phases().stream().map(TelemetryFigures::phase).forEach(figures::addPhases);
    readBack.predictions().stream().map(TelemetryFigures::peak).forEach(figures::addPredictedPeaks);
    return figures.build();
  }

  private static PhaseFigures phase(ReadBack.Phase phase) {
    return PhaseFigures.newBuilder()
        .setKind(phase.kind().name())
        .setAchievedNg(phase.achievedNg())
        .setVolumeNl(phase.volumeNl())
        .setRateNlPerH(phase.rateNlPerH())
        .setDoseRateNgPerKgPerH(phase.doseRateNgPerKgPerH())
        .setDurationS(phase.durationS())
        .build();
  }

  private static PredictedPeak peak(Prediction prediction) {
    return PredictedPeak.newBuilder()
        .setModelId(prediction.model().id())
        .setJudgedPgPerMl(prediction.judgedPgPerMl())
        .setJudgedAtS(prediction.judgedAtS())
        .setPlasmaPgPerMl(prediction.plasmaPgPerMl())
        .setPlasmaAtS(prediction.plasmaAtS())
        .build();
  }

  /** What each model that predicts anything predicts for the moment of the snapshot. */
  static List<PredictedNow> predictedNow(StatusSnapshot snapshot) {
    List<PredictedNow> now = new ArrayList<>();
    for (PkModel model : PkModel.values()) {
      long plasmaPgPerMl = snapshot.plasmaPgPerMl[model.ordinal()];
      long effectPgPerMl = snapshot.effectPgPerMl[model.ordinal()];
      PredictedNow.Builder one = PredictedNow.newBuilder().setModelId(model.id());
      if (plasmaPgPerMl >= 0) {
        one.setPlasmaPgPerMl(plasmaPgPerMl);
      }
      if (effectPgPerMl >= 0) {
        one.setEffectPgPerMl(effectPgPerMl);
      }
      if (one.hasPlasmaPgPerMl() || one.hasEffectPgPerMl()) {
        now.add(one.build());
      }
    }
    return now;
  }
}
