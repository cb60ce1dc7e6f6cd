package org.tenuto.dose;

import java.nio.charset.StandardCharsets;

/**
 * The hash that stands for a read-back.
 *
 * <p>Canonical form: every component in the order of the records, the order's own components in
 * place of the order, the findings preceded by their number; each as its length in UTF-16 units, a
 * colon, the text and a semicolon, numbers in decimal. So no two read-backs share a form.
 */
final class ReadBackHash {

  private static final int USUAL_LENGTH = 1024;

  private final StringBuilder form = new StringBuilder(USUAL_LENGTH);

  private ReadBackHash() {}

  /** The same read-back with its hash in place. */
  static ReadBack sealed(ReadBack r) {
    return new ReadBack(
        r.nonce(),
        r.expiresAtNs(),
        r.order(),
        r.drugName(),
        r.protocolName(),
        r.syringeName(),
        r.orderedNg(),
        r.achievedNg(),
        r.volumeNl(),
        r.rateNlPerH(),
        r.doseRateNgPerKgPerH(),
        r.durationS(),
        r.pumpRate(),
        r.pumpVolume(),
        r.findings(),
        hash(r));
  }

  /** SHA-256, lower-case hex, of all but the hash itself. */
  static String hash(ReadBack r) {
    ReadBackHash hash = new ReadBackHash();
    hash.add(r.nonce()).add(r.expiresAtNs()).add(r.order());
    hash.add(r.drugName()).add(r.protocolName()).add(r.syringeName());
    hash.add(r.orderedNg()).add(r.achievedNg()).add(r.volumeNl()).add(r.rateNlPerH());
    hash.add(r.doseRateNgPerKgPerH()).add(r.durationS()).add(r.pumpRate()).add(r.pumpVolume());
    hash.add(r.findings().size());
    for (Finding finding : r.findings()) {
      hash.add(finding.code()).add(finding.severity().name()).add(finding.text());
    }
    return DrugLibrary.sha256(hash.form.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ReadBackHash add(Order order) {
    add(order.libraryHash()).add(order.drugId()).add(order.protocolId());
    add(order.weightG()).add(order.doseNgPerKg()).add(order.durationS());
    add(order.concentrationNgPerMl()).add(order.syringeId()).add(order.loadedNl());
    return add(order.staffId());
  }

  private ReadBackHash add(long number) {
    return add(Long.toString(number));
  }

  private ReadBackHash add(String text) {
    form.append(text.length()).append(':').append(text).append(';');
    return this;
  }
}
