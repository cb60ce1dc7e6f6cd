package org.tenuto.link;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.pk.PkModel;

/** A read-back as part of a slot. */
final class ReadBackCodec {

  /**
   * Most findings of one read-back, as many as the guardrail ever lists; with more the event is
   * refused, none is left out in silence.
   */
  static final int FINDINGS = 24;

  /** Longest name of a drug, a protocol or a syringe, bytes. */
  static final int NAME_BYTES = 128;

  /** Longest text of a finding, bytes. */
  static final int FINDING_BYTES = 256;

  /** Longest figure as the pump is told it, bytes. */
  static final int PUMP_BYTES = 32;

  private static final Finding.Severity[] SEVERITIES = Finding.Severity.values();
  private static final PhaseKind[] KINDS = PhaseKind.values();
  private static final PkModel[] MODELS = PkModel.values();

  private ReadBackCodec() {}

  static void encode(ReadBack readBack, SlotWriter slot) {
    slot.i64(readBack.nonce());
    slot.i64(readBack.expiresAtNs());
    OrderCodec.encode(readBack.order(), slot);
    progress(readBack.progress(), slot);
    slot.id("drugName", readBack.drugName(), NAME_BYTES);
    slot.id("protocolName", readBack.protocolName(), NAME_BYTES);
    slot.id("syringeName", readBack.syringeName(), NAME_BYTES);
    weights(readBack.weights(), slot);
    slot.i64(readBack.orderedNg());
    slot.i64(readBack.achievedNg());
    slot.i64(readBack.volumeNl());
    slot.i64(readBack.durationS());
    phases(readBack.phases(), slot);
    predictions(readBack.predictions(), slot);
    findings(readBack.findings(), slot);
    slot.id("hash", readBack.hash(), CommandCodec.ID_BYTES);
  }

  private static void progress(Progress progress, SlotWriter slot) {
    slot.i64(progress.orderNonce());
    slot.i64(progress.phase());
    slot.i64(progress.phaseAtMostNl());
    slot.i64(progress.infusedS());
    slot.i64(progress.rateNlPerH());
  }

  private static void weights(ReadBack.Weights weights, SlotWriter slot) {
    slot.i64(weights.dosingG());
    slot.i64(weights.idealG());
    slot.i64(weights.adjustedG());
    slot.i64(weights.leanG());
    slot.i64(weights.bmiMilli());
  }

  private static void phases(List<ReadBack.Phase> phases, SlotWriter slot) {
    slot.count("phases", phases.size(), Order.MOST_PHASES);
    for (ReadBack.Phase phase : phases) {
      slot.one(phase.kind());
      slot.i64(phase.orderedNg());
      slot.i64(phase.achievedNg());
      slot.i64(phase.volumeNl());
      slot.i64(phase.rateNlPerH());
      slot.i64(phase.doseRateNgPerKgPerH());
      slot.i64(phase.durationS());
      slot.id("pumpRate", phase.pumpRate(), PUMP_BYTES);
      slot.id("pumpVolume", phase.pumpVolume(), PUMP_BYTES);
    }
  }

  private static void predictions(List<Prediction> predictions, SlotWriter slot) {
    slot.count("predictions", predictions.size(), MODELS.length);
    for (Prediction prediction : predictions) {
      slot.one(prediction.model());
      slot.i64(prediction.judgedPgPerMl());
      slot.i64(prediction.judgedAtS());
      slot.i64(prediction.plasmaPgPerMl());
      slot.i64(prediction.plasmaAtS());
    }
  }

  private static void findings(List<Finding> findings, SlotWriter slot) {
    slot.count("findings", findings.size(), FINDINGS);
    for (Finding finding : findings) {
      slot.id("finding code", finding.code(), CommandCodec.ID_BYTES);
      slot.one(finding.severity());
      slot.text(finding.text(), FINDING_BYTES);
    }
  }

  /** The read-back; throws if its phases are not those of its order. */
  static ReadBack decode(SlotReader slot) {
    ReadBack readBack = fields(slot);
    int phases = readBack.phases().size();
    if (phases != 0 && phases != readBack.order().phases().size()) {
      throw new IllegalArgumentException(
          phases + " phases, expected " + readBack.order().phases().size() + " as ordered");
    }
    return readBack;
  }

  private static ReadBack fields(SlotReader slot) {
    return new ReadBack(
        slot.i64(),
        slot.i64(),
        OrderCodec.decode(slot),
        new Progress(
            slot.i64(), Math.toIntExact(slot.i64()), slot.i64(), slot.i64(), slot.i64()),
        slot.text(NAME_BYTES),
        slot.text(NAME_BYTES),
        slot.text(NAME_BYTES),
        new ReadBack.Weights(slot.i64(), slot.i64(), slot.i64(), slot.i64(), slot.i64()),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        phases(slot),
        predictions(slot),
        findings(slot),
        slot.text(CommandCodec.ID_BYTES));
  }

  private static List<ReadBack.Phase> phases(SlotReader slot) {
    int count = slot.count(Order.MOST_PHASES);
    List<ReadBack.Phase> phases = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      phases.add(
          new ReadBack.Phase(
              slot.one(KINDS),
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.text(PUMP_BYTES),
              slot.text(PUMP_BYTES)));
    }
    return phases;
  }

  private static List<Prediction> predictions(SlotReader slot) {
    int count = slot.count(MODELS.length);
    List<Prediction> predictions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      predictions.add(
          new Prediction(slot.one(MODELS), slot.i64(), slot.i64(), slot.i64(), slot.i64()));
    }
    return predictions;
  }

  private static List<Finding> findings(SlotReader slot) {
    int count = slot.count(FINDINGS);
    List<Finding> findings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      findings.add(
          new Finding(
              slot.text(CommandCodec.ID_BYTES), slot.one(SEVERITIES), slot.text(FINDING_BYTES)));
    }
    return findings;
  }
}
