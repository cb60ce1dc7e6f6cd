package org.tenuto.link;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.dose.Finding;
import org.tenuto.dose.ReadBack;

/** A read-back as part of a slot. */
final class ReadBackCodec {

  /**
   * Most findings of one read-back; with more the event is refused, none is left out in silence.
   */
  static final int FINDINGS = 20;

  /** Longest name of a drug, a protocol or a syringe, bytes. */
  static final int NAME_BYTES = 128;

  /** Longest text of a finding, bytes. */
  static final int FINDING_BYTES = 256;

  /** Longest figure as the pump is told it, bytes. */
  static final int PUMP_BYTES = 32;

  private static final Finding.Severity[] SEVERITIES = Finding.Severity.values();

  private ReadBackCodec() {}

  static void encode(ReadBack readBack, SlotWriter slot) {
    slot.i64(readBack.nonce());
    slot.i64(readBack.expiresAtNs());
    CommandCodec.order(readBack.order(), slot);
    slot.id("drugName", readBack.drugName(), NAME_BYTES);
    slot.id("protocolName", readBack.protocolName(), NAME_BYTES);
    slot.id("syringeName", readBack.syringeName(), NAME_BYTES);
    slot.i64(readBack.orderedNg());
    slot.i64(readBack.achievedNg());
    slot.i64(readBack.volumeNl());
    slot.i64(readBack.rateNlPerH());
    slot.i64(readBack.doseRateNgPerKgPerH());
    slot.i64(readBack.durationS());
    slot.id("pumpRate", readBack.pumpRate(), PUMP_BYTES);
    slot.id("pumpVolume", readBack.pumpVolume(), PUMP_BYTES);
    findings(readBack.findings(), slot);
    slot.id("hash", readBack.hash(), CommandCodec.ID_BYTES);
  }

  private static void findings(List<Finding> findings, SlotWriter slot) {
    if (findings.size() > FINDINGS) {
      slot.refuse(findings.size() + " findings, expected at most " + FINDINGS);
    }
    slot.u8(findings.size());
    for (Finding finding : findings) {
      slot.id("finding code", finding.code(), CommandCodec.ID_BYTES);
      slot.one(finding.severity());
      slot.text(finding.text(), FINDING_BYTES);
    }
  }

  static ReadBack decode(SlotReader slot) {
    return new ReadBack(
        slot.i64(),
        slot.i64(),
        CommandCodec.order(slot),
        slot.text(NAME_BYTES),
        slot.text(NAME_BYTES),
        slot.text(NAME_BYTES),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.text(PUMP_BYTES),
        slot.text(PUMP_BYTES),
        findings(slot),
        slot.text(CommandCodec.ID_BYTES));
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
