package org.tenuto.simulator.system;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A ledger that was shown or recorded: what one order had delivered at some instant of an interval.
 *
 * @param where who said so
 * @param fromNs the interval, monotonic ns
 * @param atLeastNl since the order began
 */
record Published(
    String where, long nonce, long fromNs, long toNs, long atLeastNl, long atMostNl) {

  private static final long NS_PER_MS = 1_000_000;

  /**
   * What the page shows.
   *
   * @param askedNs when it was asked for; the executor may have said it earlier still
   */
  static Published of(JsonNode status, long askedNs, long answeredNs) {
    JsonNode delivery = status.path("delivery");
    long ageMs = status.path("executor").path("ageMs").asLong();
    return new Published(
        "page",
        delivery.path("nonce").asLong(),
        askedNs - (ageMs + 2) * NS_PER_MS,
        answeredNs,
        delivery.path("atLeast").path("value").asLong(),
        delivery.path("atMost").path("value").asLong());
  }

  long widthNl() {
    return atMostNl - atLeastNl;
  }
}
