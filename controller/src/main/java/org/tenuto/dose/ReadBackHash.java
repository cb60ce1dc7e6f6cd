package org.tenuto.dose;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hash that stands for a read-back.
 *
 * <p>Canonical form: every component in the order of the records, a record's own components in
 * place of the record, a list preceded by its length; each as its length in UTF-16 units, a colon,
 * the text and a semicolon, numbers in decimal. So no two read-backs share a form.
 */
final class ReadBackHash {

  private static final int USUAL_LENGTH = 2048;

  private final StringBuilder form = new StringBuilder(USUAL_LENGTH);

  private ReadBackHash() {}

  /** The same read-back with its hash in place. */
  static ReadBack sealed(ReadBack r) {
    return new ReadBack(
        r.nonce(),
        r.expiresAtNs(),
        r.order(),
        r.progress(),
        r.drugName(),
        r.protocolName(),
        r.syringeName(),
        r.weights(),
        r.orderedNg(),
        r.achievedNg(),
        r.volumeNl(),
        r.durationS(),
        r.phases(),
        r.predictions(),
        r.findings(),
        hash(r));
  }

  /** SHA-256, lower-case hex, of all but the hash itself. */
  static String hash(ReadBack r) {
    ReadBackHash hash = new ReadBackHash();
    hash.add(r.nonce()).add(r.expiresAtNs());
    hash.add(r.order());
    hash.add(r.progress());
    hash.add(r.drugName()).add(r.protocolName()).add(r.syringeName());
    hash.add(r.weights());
    hash.add(r.orderedNg()).add(r.achievedNg()).add(r.volumeNl()).add(r.durationS());
    hash.addAll(r.phases(), hash::add);
    hash.addAll(r.predictions(), hash::add);
    hash.addAll(r.findings(), hash::add);
    return DrugLibrary.sha256(hash.form.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void add(Order order) {
    add(order.libraryHash()).add(order.drugId()).add(order.protocolId());
    Patient patient = order.patient();
    add(patient.weightG()).add(patient.heightMm());
    add(patient.sex().name()).add(patient.lastWeightG());
    add(order.weightBasis().name());
    addAll(order.phases(), this::add);
    add(order.concentrationNgPerMl()).add(order.syringeId()).add(order.loadedNl());
    addAll(order.priorDoses(), this::add);
    add(Boolean.toString(order.intensiveMonitoring()));
    addAll(order.overrides(), o -> add(o.code()).add(o.reason()));
    add(order.staffId()).add(order.secondStaffId());
  }

  private void add(Progress progress) {
    add(progress.orderNonce()).add(progress.phase()).add(progress.phaseAtMostNl());
    add(progress.infusedS()).add(progress.rateNlPerH());
  }

  private void add(OrderPhase phase) {
    add(phase.kind().name()).add(phase.unit().name());
    add(phase.amountNg()).add(phase.durationS());
  }

  private void add(PriorDose prior) {
    add(prior.drugId()).add(prior.ng()).add(prior.durationS()).add(prior.endedAgoS());
    add(Boolean.toString(prior.thisSession())).add(Boolean.toString(prior.declared()));
  }

  private void add(ReadBack.Weights weights) {
    add(weights.dosingG()).add(weights.idealG()).add(weights.adjustedG());
    add(weights.leanG()).add(weights.bmiMilli());
  }

  private void add(ReadBack.Phase phase) {
    add(phase.kind().name()).add(phase.orderedNg()).add(phase.achievedNg());
    add(phase.volumeNl()).add(phase.rateNlPerH()).add(phase.doseRateNgPerKgPerH());
    add(phase.durationS()).add(phase.pumpRate()).add(phase.pumpVolume());
  }

  private void add(Prediction prediction) {
    add(prediction.model().id());
    add(prediction.judgedPgPerMl()).add(prediction.judgedAtS());
    add(prediction.plasmaPgPerMl()).add(prediction.plasmaAtS());
  }

  private void add(Finding finding) {
    add(finding.code()).add(finding.severity().name()).add(finding.text());
  }

  private <T> void addAll(List<T> list, Consumer<T> each) {
    add(list.size());
    list.forEach(each);
  }

  private ReadBackHash add(long number) {
    return add(Long.toString(number));
  }

  private ReadBackHash add(String text) {
    form.append(text.length()).append(':').append(text).append(';');
    return this;
  }
}
