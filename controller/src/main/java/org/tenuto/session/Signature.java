package org.tenuto.session;

/**
 * Who did something, and when.
 *
 * @param staffId who
 * @param secondStaffId who witnessed it; empty if nobody did
 * @param wallMs when, ms since 1970 by the wall clock
 */
public record Signature(String staffId, String secondStaffId, long wallMs) {}
