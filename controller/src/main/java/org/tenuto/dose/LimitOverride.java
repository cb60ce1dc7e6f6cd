package org.tenuto.dose;

/**
 * Staff's decision to pass one soft limit.
 *
 * @param code reason code of the soft finding, e.g. {@code DOSE_ABOVE_SOFT_LIMIT}
 * @param reason why, in their words
 */
public record LimitOverride(String code, String reason) {}
