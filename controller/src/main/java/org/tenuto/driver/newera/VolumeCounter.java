package org.tenuto.driver.newera;

/**
 * The pump's own counter of volume, as DIS reports it: {@code I12.34W0.000ML}. Holds the last
 * reading it judged. What was withdrawn is read for its form only: a withdrawing pump shows in its
 * prompt.
 */
final class VolumeCounter implements Answer {

  private static final int UNIT_LENGTH = 2;

  private final Answer atZero = this::judgeZero;
  private long infusedNl;
  private long digitNl;

  /** Reads the counter. */
  Step read() {
    return Step.of("DIS", this);
  }

  /** Reads the counter, which must be 0. */
  Step readZero() {
    return Step.of("DIS", atZero);
  }

  /** Whether a step's answer was a reading of this counter. */
  boolean isReadBy(Step answered) {
    return answered.answer().equals(this) || answered.answer().equals(atZero);
  }

  /** Volume infused, nL. */
  long infusedNl() {
    return infusedNl;
  }

  /** What the last digit of that volume stands for, nL. */
  long digitNl() {
    return digitNl;
  }

  @Override
  public Fit judge(Reply reply) {
    return take(reply) ? Fit.FITS : Fit.ELSEWHERE;
  }

  private Fit judgeZero(Reply reply) {
    if (!take(reply)) {
      return Fit.ELSEWHERE;
    }
    return infusedNl == 0 ? Fit.FITS : Fit.DIFFERS;
  }

  private boolean take(Reply reply) {
    int numbersLength = reply.dataLength() - UNIT_LENGTH;
    int withdrawnAt = withdrawnAt(reply, numbersLength);
    if (withdrawnAt < 0 || !reply.dataStartsWith("I")) {
      return false;
    }
    boolean millilitres = reply.contains(LitreUnit.ML.volumeCode, numbersLength);
    if (!millilitres && !reply.contains(LitreUnit.UL.volumeCode, numbersLength)) {
      return false;
    }
    return take(reply, withdrawnAt, numbersLength, millilitres ? LitreUnit.ML : LitreUnit.UL);
  }

  private boolean take(Reply reply, int withdrawnAt, int numbersLength, LitreUnit unit) {
    int at = reply.dataAt() + 1;
    int length = withdrawnAt - 1;
    long infused = NewEraNumber.parse(reply.text, at, length);
    int withdrawnLength = numbersLength - withdrawnAt - 1;
    int withdrawnFrom = reply.dataAt() + withdrawnAt + 1;
    if (infused < 0 || NewEraNumber.parse(reply.text, withdrawnFrom, withdrawnLength) < 0) {
      return false;
    }
    infusedNl = unit.nl(infused);
    digitNl = unit.nl(NewEraNumber.lastDigit(reply.text, at, length));
    return true;
  }

  private static int withdrawnAt(Reply reply, int numbersLength) {
    for (int i = 1; i < numbersLength; i++) {
      if (reply.contains("W", i)) {
        return i;
      }
    }
    return -1;
  }
}
