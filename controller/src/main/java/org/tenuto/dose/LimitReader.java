package org.tenuto.dose;

/** Reads limits of a library file: tables with their values, evidence and source. */
final class LimitReader {

  private LimitReader() {}

  /**
   * Limits on both sides.
   *
   * @param standIn any value, for a file that is refused anyway
   */
  static <T extends Comparable<T>> Limit<T> limit(
      LibraryTable parent, String key, LibraryTable.Reader<T> reader, T standIn) {
    LibraryTable table = parent.table(key);
    T typical = table.quantity("typical", reader, standIn);
    Bounds<T> soft = table.bounds("soft", reader, standIn);
    Bounds<T> hard = table.bounds("hard", reader, standIn);
    Evidence evidence = table.oneOf("evidence", Evidence.class);
    String source = table.text("source");
    if (table.sound()) {
      table.require(hard.contain(soft), "soft", "within hard");
      table.require(soft.contain(typical), "typical", "within soft");
    }
    table.done();
    return table.sound()
        ? new Limit<>(typical, soft, hard, evidence, source)
        : new Limit<>(
            standIn,
            new Bounds<>(standIn, standIn),
            new Bounds<>(standIn, standIn),
            evidence,
            source);
  }

  /**
   * Upper limits.
   *
   * @param standIn any value, for a file that is refused anyway
   */
  static <T extends Comparable<T>> Cap<T> cap(
      LibraryTable parent, String key, LibraryTable.Reader<T> reader, T standIn) {
    LibraryTable table = parent.table(key);
    T soft = table.quantity("soft", reader, standIn);
    T hard = table.quantity("hard", reader, standIn);
    Evidence evidence = table.oneOf("evidence", Evidence.class);
    String source = table.text("source");
    if (table.sound()) {
      table.require(soft.compareTo(hard) <= 0, "soft", "at most hard");
    }
    table.done();
    return table.sound()
        ? new Cap<>(soft, hard, evidence, source)
        : new Cap<>(standIn, standIn, evidence, source);
  }
}
