package org.tenuto.web;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingRequest;

/** The filling of a line on paper, for {@link ScriptedDesk}, which guards it. */
final class ScriptedPriming {

  static final long NONCE = 77;
  private static final long RATE_NL_PER_H = 120_000_000;

  private final double speed;
  private @Nullable PrimingReadBack readBack;
  private boolean begun;
  private double primedNl;

  ScriptedPriming(double speed) {
    this.speed = speed;
  }

  PrimingView propose(String syringeId, long volumeNl) {
    PrimingReadBack made =
        new PrimingReadBack(
            NONCE,
            0,
            new PrimingRequest("", syringeId, volumeNl),
            "BD Plastipak 50 mL",
            volumeNl,
            RATE_NL_PER_H,
            Math.ceilDiv(volumeNl * 3600, RATE_NL_PER_H),
            "120.0MH",
            volumeNl / 1_000_000.0 + "ML",
            ScriptedDesk.HASH);
    readBack = made;
    begun = false;
    return new PrimingView(made, 60);
  }

  /** Begins what was read back, once. */
  boolean start(long nonce, String hash, boolean lineNotConnected) {
    boolean good =
        readBack != null
            && !begun
            && nonce == NONCE
            && hash.equals(ScriptedDesk.HASH)
            && lineNotConnected;
    begun |= good;
    primedNl = good ? 0 : primedNl;
    return good;
  }

  /** Time passes; whether it is done. */
  boolean advance(long ns) {
    if (readBack == null) {
      return true;
    }
    double wholeNl = (double) readBack.volumeNl();
    primedNl = Math.min(wholeNl, primedNl + ns * 1e-9 * speed * RATE_NL_PER_H / 3600);
    return primedNl >= wholeNl;
  }

  LiveView.@Nullable Priming view() {
    if (readBack == null || !begun) {
      return null;
    }
    long atLeastNl = (long) primedNl;
    long atMostNl = Math.min(readBack.volumeNl(), atLeastNl + 1_000);
    return new LiveView.Priming(
        readBack.volumeNl(), RATE_NL_PER_H, atLeastNl, atMostNl, atMostNl);
  }
}
