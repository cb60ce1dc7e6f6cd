package org.tenuto.dose;

/**
 * What the device will do to fill the line, in the executor's own figures: shown to the person, who
 * confirms exactly it. Belongs to no order.
 *
 * @param nonce unpredictable, used once
 * @param expiresAtNs monotonic time after which it can't be started any more
 * @param request as the executor understood it
 * @param syringeName brand and size
 * @param volumeNl volume the pump will deliver, nL, never more than asked for
 * @param rateNlPerH flow rate, nL/h
 * @param durationS time the volume takes at that rate, s, rounded up
 * @param pumpRate the rate as sent to the pump, e.g. {@code 120.0MH}
 * @param pumpVolume the volume as sent to the pump, e.g. {@code 1.000ML}
 * @param hash SHA-256, lower-case hex, of all of the above
 */
public record PrimingReadBack(
    long nonce,
    long expiresAtNs,
    PrimingRequest request,
    String syringeName,
    long volumeNl,
    long rateNlPerH,
    long durationS,
    String pumpRate,
    String pumpVolume,
    String hash) {}
