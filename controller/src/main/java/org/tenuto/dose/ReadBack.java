package org.tenuto.dose;

import java.util.List;

/**
 * The executor's own reading of an order: the figures the page shows and the person confirms. Start
 * carries its hash and nonce back.
 *
 * @param nonce unpredictable, used once
 * @param expiresAtNs monotonic time after which it can't be started any more
 * @param order the order as the executor understood it; a changed one as a whole
 * @param progress of the order it changes; {@link Progress#NONE} for a first one
 * @param drugName name as written for people, e.g. {@code ketAMINE}
 * @param protocolName name of the protocol
 * @param syringeName brand and size
 * @param weights the weight dosed by and all others
 * @param orderedNg drug ordered, ng (exact order, rounded down to 1 ng)
 * @param achievedNg drug in the volume the pump will really deliver, ng
 * @param volumeNl volume to be infused, of all phases, nL
 * @param durationS time all phases take, s, each rounded up
 * @param phases as many as the order has; none if the pump can't be told it
 * @param predictions of each of the drug's models; none if nothing could be predicted
 * @param findings everything the guardrail has to say; refused if one is HARD
 * @param hash SHA-256, lower-case hex, of all of the above in canonical form
 */
public record ReadBack(
    long nonce,
    long expiresAtNs,
    Order order,
    Progress progress,
    String drugName,
    String protocolName,
    String syringeName,
    Weights weights,
    long orderedNg,
    long achievedNg,
    long volumeNl,
    long durationS,
    List<Phase> phases,
    List<Prediction> predictions,
    List<Finding> findings,
    String hash) {

  /** How long a read-back may be started, s. */
  public static final long GOOD_FOR_S = 60;

  public ReadBack {
    phases = List.copyOf(phases);
    predictions = List.copyOf(predictions);
    findings = List.copyOf(findings);
  }

  /**
   * Body weights, each rounded down; 0 where it was not worked out.
   *
   * @param dosingG the weight doses per kg were multiplied by, g
   * @param idealG Devine, g
   * @param adjustedG ideal and 0.4 of the excess, g
   * @param leanG Janmahasatian, g
   * @param bmiMilli body mass index, thousandths of kg/m²
   */
  public record Weights(long dosingG, long idealG, long adjustedG, long leanG, long bmiMilli) {}

  /**
   * One phase.
   *
   * @param kind what it is for
   * @param orderedNg drug ordered, ng, rounded down
   * @param achievedNg drug in the volume the pump will really deliver, ng
   * @param volumeNl volume to be infused after rounding down to the pump's increment, nL
   * @param rateNlPerH flow rate after rounding down to the pump's increment, nL/h
   * @param doseRateNgPerKgPerH dose rate that flow rate makes, ng/kg/h, rounded down
   * @param durationS time the volume takes at that rate, s, rounded up
   * @param pumpRate the rate as sent to the pump, e.g. {@code 52.50MH}
   * @param pumpVolume the volume as sent to the pump, e.g. {@code 35.00ML}
   */
  public record Phase(
      PhaseKind kind,
      long orderedNg,
      long achievedNg,
      long volumeNl,
      long rateNlPerH,
      long doseRateNgPerKgPerH,
      long durationS,
      String pumpRate,
      String pumpVolume) {}

  /** Nonce of the order this is of: of its first read-back, also when it is of a change. */
  public long orderNonce() {
    return progress.isChange() ? progress.orderNonce() : nonce;
  }

  /** Whether a finding forbids this order. */
  public boolean refused() {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.HARD);
  }

  /** What rounding to the pump's increments lost, ng. */
  public long lostNg() {
    return phases.isEmpty() ? 0 : orderedNg - achievedNg;
  }

  /** Soft limits that staff pass with a reason. */
  public int overrideCount() {
    return Overrides.count(order, findings);
  }

  /** The highest flow rate of any phase, nL/h; 0 without phases. */
  public long highestRateNlPerH() {
    return phases.stream().mapToLong(Phase::rateNlPerH).max().orElse(0);
  }
}
