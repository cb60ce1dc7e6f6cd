package org.tenuto.observation;

/**
 * Staff took note of advice, and said what they do about it.
 *
 * @param reading of this one and those before
 * @param level of this level and those below
 * @param staffId who
 */
public record Noted(long reading, Level level, Action action, String staffId) {

  /** What staff do about advice. */
  public enum Action {
    MEASURING_AGAIN("measuring again"),
    CONTINUING("continuing"),
    PAUSED("paused"),
    STOPPED("stopped"),
    CALLED("called the clinician");

    private final String text;

    Action(String text) {
      this.text = text;
    }

    /** In a few words. */
    public String text() {
      return text;
    }
  }

  /** Whether this piece of advice was taken note of with it. */
  boolean covers(Advice advice) {
    return reading >= advice.reading() && level.compareTo(advice.level()) >= 0;
  }
}
