package org.tenuto.observation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tenuto.dose.Evidence;
import org.tenuto.dose.LibraryTable;
import org.tenuto.observation.Threshold.Side;
import org.tenuto.observation.Threshold.When;

/** Reads the content of a file of limits whose signature has been checked. */
final class ThresholdReader {

  static final Content NOTHING = new Content("", List.of());

  private static final long SCHEMA = 1;
  private static final int MOST_PERCENT = 100;
  private static final int MOST_APART_S = 600;
  private static final long NS_PER_S = 1_000_000_000;

  private ThresholdReader() {}

  /** What the file holds. Only to be used if no fault was added. */
  record Content(String title, List<Threshold> enabled) {}

  static Content read(LibraryTable top) {
    top.require("observation".equals(top.text("kind")), "kind", "observation");
    top.exactly("schema", SCHEMA);
    String title = top.text("name") + " " + top.text("version");
    List<Threshold> enabled = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (LibraryTable table : top.tables("limit")) {
      Threshold threshold = one(table);
      table.require(ids.add(threshold.id()), "id", "an id no other limit has");
      boolean counts = table.flag("enabled");
      Evidence evidence = table.oneOf("evidence", Evidence.class);
      table.require(
          !counts || evidence != Evidence.UNVERIFIED, "enabled", "false with evidence UNVERIFIED");
      table.done();
      if (counts) {
        ordered(table, threshold, enabled);
        enabled.add(threshold);
      }
    }
    top.require(!enabled.isEmpty(), "limit", "at least one [[limit]] that is enabled");
    top.done();
    return new Content(title, enabled);
  }

  private static Threshold one(LibraryTable table) {
    Measure measure = table.oneOf("measure", Measure.class);
    Side side = table.oneOf("side", Side.class);
    boolean relative = side == Side.ABOVE_BASELINE;
    int lowest = relative ? 1 : measure.lowest();
    int highest = relative ? MOST_PERCENT : measure.highest();
    When when = table.oneOf("when", When.class);
    table.require(
        !relative || when == When.FROM_START, "when", "FROM_START: before it there is no baseline");
    return new Threshold(
        table.id("id"),
        measure,
        when,
        table.oneOf("level", Level.class),
        side,
        (int) table.whole("limit", lowest, highest),
        table.whole("confirm_s", 1, MOST_APART_S) * NS_PER_S,
        table.flag("confirmed_only"),
        table.text("source"));
  }

  /** Of one measure and side, the more urgent level must begin further out. */
  private static void ordered(LibraryTable table, Threshold one, List<Threshold> others) {
    for (Threshold other : others) {
      if (other.measure() == one.measure()
          && other.when() == one.when()
          && other.side() == one.side()) {
        table.require(isOrdered(one, other), "limit", "further out the more urgent its level is, "
            + other.id() + " has " + other.limit());
      }
    }
  }

  private static boolean isOrdered(Threshold a, Threshold b) {
    int further = Integer.compare(a.limit(), b.limit()) * (a.side() == Side.BELOW ? -1 : 1);
    return further != 0 && further == Integer.signum(a.level().compareTo(b.level()));
  }
}
