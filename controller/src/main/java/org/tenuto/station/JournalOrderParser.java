package org.tenuto.station;

import java.util.List;
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
import org.tenuto.pk.PkModel;

/**
 * Orders and read-backs as the journal wrote them; records from before orders had phases give one
 * phase. Each throws an {@link IllegalArgumentException} on a name this version does not know.
 * Pure.
 */
final class JournalOrderParser {

  private JournalOrderParser() {}

  static Order order(org.tenuto.proto.journal.Order message) {
    return new Order(
        message.getLibraryHash(),
        message.getDrugId(),
        message.getProtocolId(),
        new Patient(
            message.getWeightG(),
            message.getHeightMm(),
            message.getSex().isEmpty() ? Sex.NOT_GIVEN : Sex.valueOf(message.getSex()),
            message.getLastWeightG()),
        message.getWeightBasis().isEmpty()
            ? WeightBasis.ACTUAL
            : WeightBasis.valueOf(message.getWeightBasis()),
        phases(message),
        message.getConcentrationNgPerMl(),
        message.getSyringeId(),
        message.getLoadedNl(),
        message.getPriorDosesList().stream().map(JournalOrderParser::priorDose).toList(),
        message.getIntensiveMonitoring(),
        message.getOverridesList().stream().map(JournalOrderParser::override).toList(),
        message.getStaffId(),
        message.getSecondStaffId());
  }

  private static List<OrderPhase> phases(org.tenuto.proto.journal.Order message) {
    return isOld(message)
        ? List.of(OrderPhase.dose(message.getDoseNgPerKg(), message.getDurationS()))
        : message.getPhasesList().stream().map(JournalOrderParser::phase).toList();
  }

  /** Whether it was written before orders had phases, and a weight basis with them. */
  private static boolean isOld(org.tenuto.proto.journal.Order message) {
    return message.getWeightBasis().isEmpty();
  }

  private static OrderPhase phase(org.tenuto.proto.journal.OrderPhase message) {
    return new OrderPhase(
        PhaseKind.valueOf(message.getKind()),
        DoseUnit.valueOf(message.getUnit()),
        message.getAmountNg(),
        message.getDurationS());
  }

  private static PriorDose priorDose(org.tenuto.proto.journal.PriorDose message) {
    return new PriorDose(
        message.getDrugId(),
        message.getNg(),
        message.getDurationS(),
        message.getEndedAgoS(),
        message.getThisSession(),
        message.getDeclared());
  }

  private static LimitOverride override(org.tenuto.proto.journal.LimitOverride message) {
    return new LimitOverride(message.getCode(), message.getReason());
  }

  static ReadBack readBack(org.tenuto.proto.journal.ReadBack message) {
    return new ReadBack(
        message.getNonce(),
        message.getExpiresAtNs(),
        order(message.getOrder()),
        progress(message),
        message.getDrugName(),
        message.getProtocolName(),
        message.getSyringeName(),
        weights(message),
        message.getOrderedNg(),
        message.getAchievedNg(),
        message.getVolumeNl(),
        message.getDurationS(),
        phases(message),
        message.getPredictionsList().stream().map(JournalOrderParser::prediction).toList(),
        message.getFindingsList().stream().map(JournalOrderParser::finding).toList(),
        message.getHash());
  }

  private static Progress progress(org.tenuto.proto.journal.ReadBack message) {
    var progress = message.getProgress();
    return new Progress(
        progress.getOrderNonce(),
        progress.getPhase(),
        progress.getPhaseAtMostNl(),
        progress.getInfusedS(),
        progress.getRateNlPerH());
  }

  private static ReadBack.Weights weights(org.tenuto.proto.journal.ReadBack message) {
    var weights = message.getWeights();
    return new ReadBack.Weights(
        isOld(message.getOrder()) ? message.getOrder().getWeightG() : weights.getDosingG(),
        weights.getIdealG(),
        weights.getAdjustedG(),
        weights.getLeanG(),
        weights.getBmiMilli());
  }

  private static List<ReadBack.Phase> phases(org.tenuto.proto.journal.ReadBack message) {
    // An old one that was refused has neither phases nor a rate.
    return isOld(message.getOrder()) && message.getRateNlPerH() > 0
        ? List.of(onlyPhase(message))
        : message.getPhasesList().stream().map(JournalOrderParser::phase).toList();
  }

  private static ReadBack.Phase onlyPhase(org.tenuto.proto.journal.ReadBack message) {
    return new ReadBack.Phase(
        PhaseKind.MAINTENANCE,
        message.getOrderedNg(),
        message.getAchievedNg(),
        message.getVolumeNl(),
        message.getRateNlPerH(),
        message.getDoseRateNgPerKgPerH(),
        message.getDurationS(),
        message.getPumpRate(),
        message.getPumpVolume());
  }

  private static ReadBack.Phase phase(org.tenuto.proto.journal.ReadBackPhase message) {
    return new ReadBack.Phase(
        PhaseKind.valueOf(message.getKind()),
        message.getOrderedNg(),
        message.getAchievedNg(),
        message.getVolumeNl(),
        message.getRateNlPerH(),
        message.getDoseRateNgPerKgPerH(),
        message.getDurationS(),
        message.getPumpRate(),
        message.getPumpVolume());
  }

  private static Prediction prediction(org.tenuto.proto.journal.Prediction message) {
    PkModel model = PkModel.byId(message.getModelId());
    if (model == null) {
      throw new IllegalArgumentException(
          "model " + message.getModelId() + ": expected one this version knows");
    }
    return new Prediction(
        model,
        message.getJudgedPgPerMl(),
        message.getJudgedAtS(),
        message.getPlasmaPgPerMl(),
        message.getPlasmaAtS());
  }

  private static Finding finding(org.tenuto.proto.journal.Finding message) {
    return new Finding(
        message.getCode(), Finding.Severity.valueOf(message.getSeverity()), message.getText());
  }
}
