package org.tenuto.dose;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * Reads a priming back and, once that was confirmed, permits exactly it.
 *
 * <p>Pure, no I/O, holds no state: nonces, expiry and which read-back was shown are the caller's.
 * Loop thread, between deliveries: allocates.
 */
public final class PrimingReview {

  private final DrugLibrary library;
  private final Guardrail guardrail;

  PrimingReview(DrugLibrary library, Guardrail guardrail) {
    this.library = library;
    this.guardrail = guardrail;
  }

  /** Why it is refused, in one line for staff; null if it is not. */
  public @Nullable Finding refusal(PrimingRequest request) {
    Finding refusal = PrimingLimits.refusal(request, library);
    if (refusal == null && guardrail.permitPriming(request) == null) {
      return ReasonCode.BELOW_PUMP_RESOLUTION.finding(
          "priming: expected a flow rate and volume the pump can be told");
    }
    return refusal;
  }

  /**
   * What the device will do: same inputs, same read-back.
   *
   * @param request one that is not refused
   */
  public PrimingReadBack readBack(PrimingRequest request, long nonce, long expiresAtNs) {
    Syringe syringe = syringe(request);
    PermittedRate program = guardrail.permitPriming(request);
    if (program == null) {
      throw new IllegalArgumentException("priming " + request + ": expected one not refused");
    }
    PumpResolution pump = guardrail.resolution(syringe);
    FlowRate rate = program.rate();
    Volume volume = program.volume();
    return sealed(
        new PrimingReadBack(
            nonce,
            expiresAtNs,
            request,
            syringe.name(),
            volume.nl(),
            rate.nlPerH(),
            DoseCalculator.durationS(volume, rate),
            pump.rateText(rate),
            pump.volumeText(volume),
            ""));
  }

  /** What the pump may be told; null if it does not come to this very read-back here. */
  public @Nullable PermittedRate permit(PrimingReadBack readBack) {
    PrimingRequest request = readBack.request();
    boolean same =
        refusal(request) == null
            && readBack.equals(readBack(request, readBack.nonce(), readBack.expiresAtNs()));
    return same ? guardrail.permitPriming(request) : null;
  }

  /** Inner diameter of the syringe, µm, for a priming that was permitted. */
  public int syringeInnerDiameterUm(PrimingReadBack readBack) {
    return syringe(readBack.request()).innerDiameterUm();
  }

  private Syringe syringe(PrimingRequest request) {
    Syringe syringe = library.syringe(request.syringeId());
    if (syringe == null) {
      throw new IllegalArgumentException("syringe " + request.syringeId() + ": not in the library");
    }
    return syringe;
  }

  /** The record's own text holds every component; only names of ours stand in it. */
  private static PrimingReadBack sealed(PrimingReadBack r) {
    return new PrimingReadBack(
        r.nonce(),
        r.expiresAtNs(),
        r.request(),
        r.syringeName(),
        r.volumeNl(),
        r.rateNlPerH(),
        r.durationS(),
        r.pumpRate(),
        r.pumpVolume(),
        DrugLibrary.sha256(r.toString().getBytes(UTF_8)));
  }
}
