package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the journal found.
 *
 * @param records sound records, up to the first that is not
 * @param published those of them that may leave the device
 * @param firstSeq first record that is kept: 1 unless the journal was pruned
 * @param head hash of the last sound record; 32 zero bytes if there is none
 * @param breaks everything that is wrong, in the order of the record; empty if all is sound
 */
public record Verification(
    long records, long published, long firstSeq, ByteString head, List<Break> breaks) {

  /** The first thing wrong; null if everything is sound. */
  public @Nullable Break broken() {
    return breaks.isEmpty() ? null : breaks.getFirst();
  }

  /**
   * Where the chain breaks.
   *
   * @param seq the record it is about, by the number it was written with; an inserted one by the
   *     number it stands at
   * @param last the last record of a range that is missing, or the other one of an exchange; else
   *     {@code seq}
   * @param kind what was done to it, as far as the rest tells
   * @param published whether the numbers are those of published events, not of records
   * @param text the same in one line
   */
  public record Break(long seq, long last, Kind kind, boolean published, String text) {}

  /** What was done to a record, or to the journal as a whole. */
  public enum Kind {
    CHANGED,
    DELETED,
    REORDERED,
    INSERTED,
    /** What stands for the records that were pruned is not what the record says of it. */
    ANCHOR,
    /** The journal does not have the record that it was expected to end with. */
    HEAD
  }
}
