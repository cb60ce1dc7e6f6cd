package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two runs of the same command, figure by figure.
 *
 * @param pairs in the order of the first, then what only the second has
 */
record Comparison(List<Pair> pairs) {

  /**
   * A figure of both runs.
   *
   * @param name of the figure
   * @param unit of its values
   * @param a in the first run; null if it has none
   * @param b in the second
   */
  record Pair(String name, String unit, @Nullable Figure a, @Nullable Figure b) {

    private static final double ALLOCATES_BYTES = Cost.ALLOCATION_BYTES;

    /** How many times as large it is in the second; NaN if one is missing or the first is 0. */
    double ratio() {
      return a == null || b == null || !(a.value() > 0) ? Double.NaN : b.value() / a.value();
    }

    /** Whether two runs of it may be compared without a spread: it does not depend on the hour. */
    boolean isComparable() {
      return unit.equals(Figure.RATIO) || unit.equals(Figure.BYTES);
    }

    /** Half the width in which both may differ by chance; NaN if that is not known. */
    double noise() {
      if (a == null || b == null) {
        return Double.NaN;
      }
      double sum = a.spread() + b.spread();
      return Double.isNaN(sum) && unit.equals(Figure.RATIO) ? 0 : sum;
    }

    /** What changed, in one word. */
    Change change() {
      if (a == null || b == null) {
        return Change.MISSING;
      } else if (Double.isNaN(a.value()) || Double.isNaN(b.value())) {
        return Change.UNKNOWN;
      } else if (unit.equals(Figure.BYTES) && allocates(a) != allocates(b)) {
        return allocates(b) ? Change.WORSE : Change.BETTER;
      } else if (unit.equals(Figure.BYTES) && !allocates(a)) {
        return Change.SAME;
      }
      double noise = noise();
      if (Double.isNaN(noise)) {
        return Change.UNKNOWN;
      }
      double difference = b.value() - a.value();
      if (Math.abs(difference) <= noise) {
        return Change.SAME;
      }
      return difference > 0 ? Change.WORSE : Change.BETTER;
    }

    private static boolean allocates(Figure figure) {
      return figure.value() > ALLOCATES_BYTES;
    }

    /** Whether it is so many times as bad in the second; never for times, which are the machine's. */
    boolean isWorseBy(double factor) {
      if (!isComparable() || a == null || b == null) {
        return false;
      }
      if (unit.equals(Figure.BYTES) && !allocates(b)) {
        return false;
      }
      return b.value() >= a.value() * factor || Double.isNaN(b.value()) || fromNothing(a, b);
    }

    private boolean fromNothing(Figure before, Figure after) {
      return unit.equals(Figure.BYTES) && !allocates(before) && allocates(after);
    }
  }

  /** What became of a figure. */
  enum Change {
    SAME("same"),
    BETTER("better"),
    WORSE("worse"),
    /** Its spread is not known. */
    UNKNOWN("not known"),
    /** One of the runs has none. */
    MISSING("only in one");

    private final String text;

    Change(String text) {
      this.text = text;
    }

    /** As printed. */
    String text() {
      return text;
    }
  }

  /** Lays both beside each other. */
  static Comparison of(List<Figure> a, List<Figure> b) {
    Map<String, Figure> inA = byName(a);
    Map<String, Figure> inB = byName(b);
    Set<String> keys = new LinkedHashSet<>();
    a.forEach(figure -> keys.add(key(figure)));
    b.forEach(figure -> keys.add(key(figure)));
    List<Pair> pairs = new ArrayList<>();
    for (String key : keys) {
      Figure one = inA.get(key);
      Figure other = inB.get(key);
      Figure named = one == null ? other : one;
      if (named != null) {
        pairs.add(new Pair(named.name(), named.unit(), one, other));
      }
    }
    return new Comparison(List.copyOf(pairs));
  }

  private static Map<String, Figure> byName(List<Figure> figures) {
    Map<String, Figure> named = new HashMap<>();
    figures.forEach(figure -> named.put(key(figure), figure));
    return named;
  }

  private static String key(Figure figure) {
    return figure.name() + '\n' + figure.unit();
  }

  /** Ratios and bytes that are so many times as bad in the second run. */
  List<Pair> worseBy(double factor) {
    return pairs.stream().filter(pair -> pair.isWorseBy(factor)).toList();
  }
}
