package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pk.PkModel;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.telemetry.EventBody;

/** What goes on record comes back as it was, so that a session can be gone through again. */
class JournalOrderFormTest {

  /** No two numbers alike: a field in the wrong place does not go unseen. */
  private static final Order ORDER =
      new Order(
          "ab".repeat(32),
          "KETAMINE",
          "CRPS",
          new Patient(101, 102, Sex.FEMALE, 103),
          WeightBasis.IDEAL_IF_OBESE,
          List.of(
              new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 104, 105),
              new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MCG_PER_KG_PER_MIN, 106, 107),
              new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_H, 108, 109)),
          110,
          "BD-50",
          111,
          List.of(
              new PriorDose("KETAMINE", 112, 113, 114, true, false),
              new PriorDose("ESKETAMINE", 115, 116, 117, false, true)),
          true,
          List.of(new LimitOverride("DOSE_ABOVE_SOFT_LIMIT", "Titrated, µ")),
          "rn-1",
          "rn-2");

  private static final ReadBack READ_BACK =
      new ReadBack(
          -201,
          202,
          ORDER,
          new Progress(-221, 1, 222, 223, 224),
          "ketAMINE",
          "CRPS, steps",
          "BD 50 mL",
          new ReadBack.Weights(203, 204, 205, 206, 207),
          208,
          209,
          210,
          211,
          List.of(
              new ReadBack.Phase(PhaseKind.BOLUS, 212, 213, 214, 215, 216, 217, "1MH", "2ML"),
              new ReadBack.Phase(PhaseKind.MAINTENANCE, 218, 219, 220, 221, 222, 223, "3MH", "4ML"),
              new ReadBack.Phase(PhaseKind.TAPER, 224, 225, 226, 227, 228, 229, "5MH", "6ML")),
          List.of(
              new Prediction(PkModel.DOMINO_1984, 230, 231, 232, 233),
              new Prediction(PkModel.KAMP_2020, 234, 235, 236, 237)),
          List.of(
              new Finding("DOSE_ABOVE_SOFT_LIMIT", Finding.Severity.SOFT, "dose"),
              new Finding("X", Finding.Severity.NOTE, "x")),
          "cd".repeat(32));

  private static final ExecutorEvent.Stamp STAMP =
      new ExecutorEvent.Stamp(1, 2, 3, InfusionState.READY, -201, 4, 5, 6);

  @Test
  void aReadBackComesBackEqual() throws Exception {
    byte[] onRecord =
        JournalForm.event(new ExecutorEvent.OrderReadBack(STAMP, 7, 8, READ_BACK)).toByteArray();
    var event = org.tenuto.proto.journal.ExecutorEvent.parseFrom(onRecord);
    assertThat(JournalOrderParser.readBack(event.getOrderReadBack().getReadBack()))
        .isEqualTo(READ_BACK);
  }

  @Test
  void anOrderComesBackEqualFromItsIntentWithWhatStaffSaid() throws Exception {
    var propose =
        new StationCommand.Propose(new StationCommand.Header(1, 2, 3, 4, 5), ORDER);
    byte[] onRecord = JournalForm.intent(propose, new Asked("rn-1", true, true)).toByteArray();
    var intent = Intent.parseFrom(onRecord);
    assertThat(JournalOrderParser.order(intent.getPropose().getOrder())).isEqualTo(ORDER);
    assertThat(intent.getPropose().getNewPatient()).isTrue();
    assertThat(intent.getPropose().getDemo()).isTrue();
    assertThat(intent.getStaffId()).isEqualTo("rn-1");
  }

  @Test
  void anOrderWithoutPhasesComesBackWithoutAny() {
    Order empty =
        new Order(
            "", "", "", Patient.ofWeight(0), WeightBasis.ACTUAL, List.of(), 0, "", 0, List.of(),
            false, List.of(), "", "");
    assertThat(JournalOrderParser.order(JournalOrderForm.order(empty))).isEqualTo(empty);
  }

  @Test
  void aRecordFromBeforeOrdersHadPhasesGivesOnePhase() {
    var old =
        org.tenuto.proto.journal.ReadBack.newBuilder()
            .setOrder(
                org.tenuto.proto.journal.Order.newBuilder()
                    .setWeightG(70_000)
                    .setDoseNgPerKg(500_000)
                    .setDurationS(2_400))
            .setOrderedNg(1)
            .setAchievedNg(2)
            .setVolumeNl(3)
            .setRateNlPerH(4)
            .setDoseRateNgPerKgPerH(5)
            .setDurationS(6)
            .setPumpRate("52.50MH")
            .setPumpVolume("35.00ML")
            .build();
    ReadBack readBack = JournalOrderParser.readBack(old);
    assertThat(readBack.order().phases()).containsExactly(OrderPhase.dose(500_000, 2_400));
    assertThat(readBack.order().patient()).isEqualTo(Patient.ofWeight(70_000));
    assertThat(readBack.order().weightBasis()).isEqualTo(WeightBasis.ACTUAL);
    assertThat(readBack.weights().dosingG()).isEqualTo(70_000);
    assertThat(readBack.phases())
        .containsExactly(
            new ReadBack.Phase(PhaseKind.MAINTENANCE, 1, 2, 3, 4, 5, 6, "52.50MH", "35.00ML"));
    ReadBack refused = JournalOrderParser.readBack(old.toBuilder().setRateNlPerH(0).build());
    assertThat(refused.phases()).isEmpty();
  }

  @Test
  void aNameOfALaterVersionIsRefused() {
    var order = JournalOrderForm.order(ORDER).toBuilder().setWeightBasis("BY_EYE").build();
    assertThatThrownBy(() -> JournalOrderParser.order(order))
        .isInstanceOf(IllegalArgumentException.class);
    var readBack = JournalOrderForm.readBack(READ_BACK).toBuilder();
    readBack.getPredictionsBuilder(0).setModelId("nobody-2030");
    assertThatThrownBy(() -> JournalOrderParser.readBack(readBack.build()))
        .hasMessage("model nobody-2030: expected one this version knows");
  }

  @Test
  void theWorldSeesFiguresAndNoIdentity() {
    EventBody body =
        WireForm.event(
            new ExecutorEvent.OrderReadBack(STAMP, 7, 8, READ_BACK),
            java.time.Instant.ofEpochMilli(1));
    var order = body.getOrderReadBack().getOrder();
    assertThat(order.getPhasesList())
        .extracting(p -> p.getKind() + " " + p.getVolumeNl() + " " + p.getRateNlPerH())
        .containsExactly("BOLUS 214 215", "MAINTENANCE 220 221", "TAPER 226 227");
    assertThat(order.getPredictedPeaksList())
        .extracting(p -> p.getModelId() + " " + p.getJudgedPgPerMl() + " " + p.getPlasmaPgPerMl())
        .containsExactly("domino-1984 230 232", "kamp-2020 234 236");
    assertThat(order.getOverrideCount()).isEqualTo(1);
    assertThat(order.getRateNlPerH()).isEqualTo(227);
    assertThat(body.toString())
        .doesNotContain("rn-1", "rn-2", "Titrated", "FEMALE", "101", "102", "103", "112", "203");
    assertThat(
            WireForm.event(
                    new ExecutorEvent.ProgramSent(STAMP, 1, 9, 10, "1MH"),
                    java.time.Instant.ofEpochMilli(1))
                .getProgramSent()
                .getPhase())
        .isEqualTo(2);
  }
}
