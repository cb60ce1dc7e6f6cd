package org.tenuto.benchmarks;

import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.LinePressure;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.PhaseFigures;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.PredictedPeak;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/**
 * What a device says of itself in the middle of an order: 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, one
 * alarm, three models. Immutable.
 */
public final class LiveState {

  private static final String[] MODELS = {"domino-1984", "kamp-2020", "fanta-2015-esketamine"};

  private static final Live INFUSING =
      Live.newBuilder()
          .setWallMs(1_767_312_000_000L)
          .setMonoNs(1_200_000_000_000L)
          .setSeq(1_200)
          .setCycle(1_200_000)
          .setStatus(status())
          .setProgress(progress())
          .build();

  private LiveState() {}

  /** The message as the station hands it to the publisher. */
  public static Live infusing() {
    return INFUSING;
  }

  private static Status status() {
    return Status.newBuilder()
        .setState("INFUSING")
        .setReason("NONE")
        .setPumpState("RUNNING")
        .setPumpFault("NONE")
        .setOrder(order())
        .addAlarms(
            Alarm.newBuilder()
                .setCondition("NEAR_COMPLETION")
                .setPriority("LOW")
                .setPresent(true)
                .setText("Infusion ends in less than 5 minutes."))
        .build();
  }

  private static OrderFigures order() {
    OrderFigures.Builder order =
        OrderFigures.newBuilder()
            .setOrderId("3f8a6c1d2e4b5a69")
            .setDrugName("ketAMINE")
            .setConcentrationNgPerMl(1_000_000)
            .setVolumeNl(35_000_000)
            .setRateNlPerH(52_500_000)
            .setDoseRateNgPerKgPerH(750_000)
            .addPhases(
                PhaseFigures.newBuilder()
                    .setKind("MAINTENANCE")
                    .setAchievedNg(35_000_000)
                    .setVolumeNl(35_000_000)
                    .setRateNlPerH(52_500_000)
                    .setDoseRateNgPerKgPerH(750_000)
                    .setDurationS(2_400));
    for (String model : MODELS) {
      order.addPredictedPeaks(
          PredictedPeak.newBuilder()
              .setModelId(model)
              .setJudgedPgPerMl(212_345)
              .setJudgedAtS(2_400)
              .setPlasmaPgPerMl(212_345)
              .setPlasmaAtS(2_400));
    }
    return order.build();
  }

  private static Progress progress() {
    Progress.Builder progress =
        Progress.newBuilder()
            .setRateNlPerH(52_500_000)
            .setDoseRateNgPerKgPerH(750_000)
            .setCommandedNl(17_500_000)
            .setAtLeastNl(17_490_000)
            .setAtMostNl(17_501_500)
            .setTimeLeftS(1_200)
            .setPhase(1)
            .setPhases(1)
            .setLinePressure(LinePressure.newBuilder().setMonitored(false));
    for (String model : MODELS) {
      progress.addPredictedNow(
          PredictedNow.newBuilder()
              .setModelId(model)
              .setPlasmaPgPerMl(181_234)
              .setEffectPgPerMl(160_987));
    }
    return progress.build();
  }
}
