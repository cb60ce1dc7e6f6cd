package org.tenuto.station;

import org.tenuto.dose.Finding;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;

/** Orders and read-backs, whole, as the journal writes them. Pure. */
final class JournalOrderForm {

  private JournalOrderForm() {}

  static org.tenuto.proto.journal.Order order(Order order) {
    var message =
        org.tenuto.proto.journal.Order.newBuilder()
            .setLibraryHash(order.libraryHash())
            .setDrugId(order.drugId())
            .setProtocolId(order.protocolId())
            .setWeightG(order.patient().weightG())
            .setHeightMm(order.patient().heightMm())
            .setSex(order.patient().sex().name())
            .setLastWeightG(order.patient().lastWeightG())
            .setWeightBasis(order.weightBasis().name())
            .setConcentrationNgPerMl(order.concentrationNgPerMl())
            .setSyringeId(order.syringeId())
            .setLoadedNl(order.loadedNl())
            .setIntensiveMonitoring(order.intensiveMonitoring())
            .setStaffId(order.staffId())
            .setSecondStaffId(order.secondStaffId());
    order.phases().stream().map(JournalOrderForm::phase).forEach(message::addPhases);
    order.priorDoses().stream().map(JournalOrderForm::priorDose).forEach(message::addPriorDoses);
    order.overrides().stream().map(JournalOrderForm::override).forEach(message::addOverrides);
    return message.build();
  }

  static org.tenuto.proto.journal.ProposeChange.Builder change(OrderChange change) {
    var message =
        org.tenuto.proto.journal.ProposeChange.newBuilder()
            .setIntensiveMonitoring(change.intensiveMonitoring())
            .setSecondStaffId(change.secondStaffId());
    change.phases().stream().map(JournalOrderForm::phase).forEach(message::addPhases);
    change.overrides().stream().map(JournalOrderForm::override).forEach(message::addOverrides);
    return message;
  }

  private static org.tenuto.proto.journal.OrderPhase phase(OrderPhase phase) {
    return org.tenuto.proto.journal.OrderPhase.newBuilder()
        .setKind(phase.kind().name())
        .setUnit(phase.unit().name())
        .setAmountNg(phase.amountNg())
        .setDurationS(phase.durationS())
        .build();
  }

  private static org.tenuto.proto.journal.PriorDose priorDose(PriorDose dose) {
    return org.tenuto.proto.journal.PriorDose.newBuilder()
        .setDrugId(dose.drugId())
        .setNg(dose.ng())
        .setDurationS(dose.durationS())
        .setEndedAgoS(dose.endedAgoS())
        .setThisSession(dose.thisSession())
        .setDeclared(dose.declared())
        .build();
  }

  private static org.tenuto.proto.journal.LimitOverride override(LimitOverride override) {
    return org.tenuto.proto.journal.LimitOverride.newBuilder()
        .setCode(override.code())
        .setReason(override.reason())
        .build();
  }

  static org.tenuto.proto.journal.ReadBack readBack(ReadBack readBack) {
    var message =
        org.tenuto.proto.journal.ReadBack.newBuilder()
            .setNonce(readBack.nonce())
            .setExpiresAtNs(readBack.expiresAtNs())
            .setOrder(order(readBack.order()))
            .setDrugName(readBack.drugName())
            .setProtocolName(readBack.protocolName())
            .setSyringeName(readBack.syringeName())
            .setWeights(weights(readBack.weights()))
            .setOrderedNg(readBack.orderedNg())
            .setAchievedNg(readBack.achievedNg())
            .setVolumeNl(readBack.volumeNl())
            .setDurationS(readBack.durationS())
            .setHash(readBack.hash());
    readBack.phases().stream().map(JournalOrderForm::phase).forEach(message::addPhases);
    readBack.predictions().stream().map(JournalOrderForm::prediction).forEach(message::addPredictions);
    readBack.findings().stream().map(JournalOrderForm::finding).forEach(message::addFindings);
    if (readBack.progress().isChange()) {
      message.setProgress(progress(readBack.progress()));
    }
    return message.build();
  }

  private static org.tenuto.proto.journal.Progress progress(Progress progress) {
    return org.tenuto.proto.journal.Progress.newBuilder()
        .setOrderNonce(progress.orderNonce())
        .setPhase(progress.phase())
        .setPhaseAtMostNl(progress.phaseAtMostNl())
        .setInfusedS(progress.infusedS())
        .setRateNlPerH(progress.rateNlPerH())
        .build();
  }

  private static org.tenuto.proto.journal.Weights weights(ReadBack.Weights weights) {
    return org.tenuto.proto.journal.Weights.newBuilder()
        .setDosingG(weights.dosingG())
        .setIdealG(weights.idealG())
        .setAdjustedG(weights.adjustedG())
        .setLeanG(weights.leanG())
        .setBmiMilli(weights.bmiMilli())
        .build();
  }

  private static org.tenuto.proto.journal.ReadBackPhase phase(ReadBack.Phase phase) {
    return org.tenuto.proto.journal.ReadBackPhase.newBuilder()
        .setKind(phase.kind().name())
        .setOrderedNg(phase.orderedNg())
        .setAchievedNg(phase.achievedNg())
        .setVolumeNl(phase.volumeNl())
        .setRateNlPerH(phase.rateNlPerH())
        .setDoseRateNgPerKgPerH(phase.doseRateNgPerKgPerH())
        .setDurationS(phase.durationS())
        .setPumpRate(phase.pumpRate())
        .setPumpVolume(phase.pumpVolume())
        .build();
  }

  private static org.tenuto.proto.journal.Prediction prediction(Prediction prediction) {
    return org.tenuto.proto.journal.Prediction.newBuilder()
        .setModelId(prediction.model().id())
        .setJudgedPgPerMl(prediction.judgedPgPerMl())
        .setJudgedAtS(prediction.judgedAtS())
        .setPlasmaPgPerMl(prediction.plasmaPgPerMl())
        .setPlasmaAtS(prediction.plasmaAtS())
        .build();
  }

  private static org.tenuto.proto.journal.Finding finding(Finding finding) {
    return org.tenuto.proto.journal.Finding.newBuilder()
        .setCode(finding.code())
        .setSeverity(finding.severity().name())
        .setText(finding.text())
        .build();
  }
}
