package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.LimitOverride;

/**
 * A second person's check of what was read back.
 *
 * @param staffId the second person's
 * @param pin theirs
 * @param nonce of the read-back they were shown
 * @param hash of it, 64 lower-case hex digits
 * @param overrides soft limits the two pass, each with a reason
 */
public record SecondCheck(
    String staffId, String pin, long nonce, String hash, List<LimitOverride> overrides) {

  public SecondCheck {
    overrides = List.copyOf(overrides);
  }

  /** Never with the PIN. */
  @Override
  public String toString() {
    return "check by " + staffId;
  }
}
