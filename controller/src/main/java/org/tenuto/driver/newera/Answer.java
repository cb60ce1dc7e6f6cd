package org.tenuto.driver.newera;

/** What a request expects to hear. */
@FunctionalInterface
interface Answer {

  /** How a reply relates to the request that is in flight. */
  enum Fit {
    /** It is the answer that was expected. */
    FITS,
    /** It has the form of an answer to something else: asked earlier, answered late. */
    ELSEWHERE,
    /** It is the answer, and it says something else than it should. */
    DIFFERS
  }

  /** A setting was taken: nothing after the prompt. */
  Answer TAKEN = reply -> reply.isEmpty() ? Fit.FITS : Fit.ELSEWHERE;

  /** Stopped already, or stopped now. */
  Answer AT_REST = reply -> reply.isEmpty() || reply.dataIs("?NA") ? Fit.FITS : Fit.ELSEWHERE;

  /** Judges a reply. Allocates nothing. */
  Fit judge(Reply reply);

  /** A query whose answer must be exactly this text. */
  static Answer exactly(String text) {
    return reply -> read(reply, reply.dataIs(text));
  }

  /** VER, whose answer must name this model: {@code NE1000V3.923}, {@code NE1000X2V3.923}. */
  static Answer version(String reportedName) {
    int end = reportedName.length();
    return reply ->
        read(
            reply,
            reply.dataStartsWith(reportedName)
                && (reply.contains("V", end) || reply.contains("X", end)));
  }

  /** A query whose answer must be this number, however it is padded. */
  static Answer number(int value) {
    long thousandths = value * 1_000L;
    return reply ->
        read(
            reply,
            NewEraNumber.parse(reply.text, reply.dataAt(), reply.dataLength()) == thousandths);
  }

  /** The verdict on a query: an empty reply answers a setting, not a query. */
  static Fit read(Reply reply, boolean asExpected) {
    if (reply.isEmpty()) {
      return Fit.ELSEWHERE;
    }
    return asExpected ? Fit.FITS : Fit.DIFFERS;
  }
}
