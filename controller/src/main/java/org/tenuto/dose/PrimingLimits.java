package org.tenuto.dose;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Quoted;
import org.tenuto.quantity.Volume;

/**
 * How much may be primed at a time, and how fast. The figures are our own decision; no standard
 * gives one.
 */
final class PrimingLimits {

  /**
   * A usual extension set holds 1.5 mL ({@link SyringeLimits#DEAD_VOLUME}); a little more lets the
   * first drop be seen. A longer line is primed twice, by two acts.
   */
  static final Volume MOST = new Volume(2_000_000);

  /** Less does not take up the play of plunger and pusher. */
  static final Volume LEAST = new Volume(100_000);

  /**
   * 2 mL a minute: 33 µL a second, so that a person sees the fluid come and stops it in time, and
   * what a dead executor leaves behind (1 s) is a drop.
   */
  static final FlowRate FASTEST = new FlowRate(120_000_000);

  private PrimingLimits() {}

  /** Why a priming is refused; null if it is not. */
  static @Nullable Finding refusal(PrimingRequest request, DrugLibrary library) {
    Syringe syringe = library.syringe(request.syringeId());
    if (!request.libraryHash().equals(library.hash())) {
      return refused(
          ReasonCode.LIBRARY_HASH_UNKNOWN.name(),
          "library hash " + Quoted.of(request.libraryHash()),
          Quoted.of(library.hash()) + ", the library in force");
    }
    if (syringe == null) {
      return refused(
          ReasonCode.SYRINGE_UNKNOWN.name(),
          "syringe " + Quoted.of(request.syringeId()),
          "one in the catalogue");
    }
    if (syringe.approximate()) {
      return refused(
          ReasonCode.SYRINGE_APPROXIMATE.name(),
          "syringe " + syringe.name(),
          "one whose inner diameter is known from a source");
    }
    return volume(request.volumeNl(), syringe);
  }

  private static @Nullable Finding volume(long volumeNl, Syringe syringe) {
    Volume most = MOST.compareTo(syringe.capacity()) < 0 ? MOST : syringe.capacity();
    if (volumeNl >= LEAST.nl() && volumeNl <= most.nl()) {
      return null;
    }
    String shown = volumeNl < 0 ? volumeNl + " nL" : new Volume(volumeNl).text();
    return refused(
        "PRIMING_VOLUME_OUT_OF_LIMITS",
        "priming volume " + shown,
        LEAST.text() + " to " + most.text());
  }

  /** The fastest a pump may prime with a syringe. */
  static FlowRate rate(PumpResolution pump) {
    FlowRate maximum = pump.maximumRate();
    FlowRate fastest = FASTEST.compareTo(maximum) < 0 ? FASTEST : maximum;
    return pump.floorRate(fastest.mlPerH());
  }

  private static Finding refused(String code, String thing, String expected) {
    return new Finding(code, Finding.Severity.HARD, thing + ": expected " + expected);
  }
}
