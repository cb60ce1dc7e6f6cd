package org.tenuto.web;

import java.util.regex.Pattern;

/** Nonces as a page sends them: text, since a browser's number has 53 bits. */
final class Nonces {

  private static final Pattern NONCE = Pattern.compile("-?[0-9]{1,19}");

  private Nonces() {}

  /** The number. Throws {@link RequestRefused} with status 400. */
  static long parse(String nonce) {
    if (NONCE.matcher(nonce).matches()) {
      try {
        return Long.parseLong(nonce);
      } catch (NumberFormatException e) {
        throw notANonce();
      }
    }
    throw notANonce();
  }

  private static RequestRefused notANonce() {
    return RequestRefused.field("nonce", "NOT_A_NONCE", "nonce: expected a 64-bit whole number");
  }
}
