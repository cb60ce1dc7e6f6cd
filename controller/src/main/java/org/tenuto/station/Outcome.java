package org.tenuto.station;

import org.tenuto.control.ExecutorEvent;

/** What became of a command. */
sealed interface Outcome {

  /** The executor's own answer: {@code Answered} or {@code OrderReadBack}. */
  record Heard(ExecutorEvent event) implements Outcome {}

  /**
   * The command never went out.
   *
   * @param code stable reason code
   * @param text one line for staff
   */
  record NotSent(String code, String text) implements Outcome {}

  /** Nobody answered in time: what became of it can't be said. It is not sent any more. */
  record NoAnswer() implements Outcome {}
}
