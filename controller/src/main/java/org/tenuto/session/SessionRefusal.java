package org.tenuto.session;

/**
 * Why something staff entered is not taken.
 *
 * @param code stable reason code
 * @param text one line for staff
 */
public record SessionRefusal(String code, String text) {}
