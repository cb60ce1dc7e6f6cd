package org.tenuto.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the journal found.
 *
 * @param records sound records, up to the first that is not
 * @param published those of them that may leave the device
 * @param broken the first thing wrong; null if everything is sound
 */
public record Verification(long records, long published, @Nullable Break broken) {

  /**
   * Where the chain breaks.
   *
   * @param seq the first record that is not as it was written
   * @param kind what was done to it, as far as the rest tells
   * @param text the same in one line
   */
  public record Break(long seq, Kind kind, String text) {}

  /** What was done to a record. */
  public enum Kind {
    CHANGED,
    DELETED,
    REORDERED,
    INSERTED
  }
}
