package org.tenuto.dose;

import java.util.List;

/**
 * The executor's own reading of an order: the figures the page shows and the person confirms. Start
 * carries its hash and nonce back.
 *
 * @param nonce unpredictable, used once
 * @param expiresAtNs monotonic time after which it can't be started any more
 * @param order the order as the executor understood it
 * @param drugName name as written for people, e.g. {@code ketAMINE}
 * @param protocolName name of the protocol
 * @param syringeName brand and size
 * @param orderedNg drug ordered, ng (exact order, rounded down to 1 ng)
 * @param achievedNg drug in the volume the pump will really deliver, ng
 * @param volumeNl volume to be infused after rounding down to the pump's increment, nL
 * @param rateNlPerH flow rate after rounding down to the pump's increment, nL/h
 * @param doseRateNgPerKgPerH dose rate that flow rate makes, ng/kg/h, rounded down
 * @param durationS time the volume takes at that rate, s, rounded up
 * @param pumpRate the rate as sent to the pump, e.g. {@code 52.50MH}
 * @param pumpVolume the volume as sent to the pump, e.g. {@code 35.00ML}
 * @param findings everything the guardrail has to say; refused if one is HARD
 * @param hash SHA-256, lower-case hex, of all of the above in canonical form
 */
public record ReadBack(
    long nonce,
    long expiresAtNs,
    Order order,
    String drugName,
    String protocolName,
    String syringeName,
    long orderedNg,
    long achievedNg,
    long volumeNl,
    long rateNlPerH,
    long doseRateNgPerKgPerH,
    long durationS,
    String pumpRate,
    String pumpVolume,
    List<Finding> findings,
    String hash) {

  public ReadBack {
    findings = List.copyOf(findings);
  }

  /** Whether a finding forbids this order. */
  public boolean refused() {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.HARD);
  }
}
