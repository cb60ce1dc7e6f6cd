package org.tenuto.benchmarks;

import java.util.List;

/**
 * A distribution by its percentiles, as a file has it.
 *
 * @param name of the figures taken from it
 * @param unit of its values
 * @param count how many values there were
 * @param points rising; the last is the largest value, at 100
 */
record DrawnCurve(String name, String unit, long count, List<Point> points) {

  private static final double WHOLE_PERCENT = 100;

  /** So many of a hundred values are no larger. */
  record Point(double percent, double value) {}

  /** The least value that is on record. */
  double least() {
    return points.getFirst().value();
  }

  /** The largest value. */
  double largest() {
    return points.getLast().value();
  }

  /**
   * Share of all values that are at most this, 0 to 1; between two points on a straight line.
   *
   * @param value in the curve's unit
   */
  double shareUpTo(double value) {
    Point before = new Point(0, points.getFirst().value());
    for (Point point : points) {
      if (point.value() > value) {
        if (value <= before.value()) {
          return value < before.value() ? 0 : before.percent() / WHOLE_PERCENT;
        }
        double part = (value - before.value()) / (point.value() - before.value());
        return (before.percent() + part * (point.percent() - before.percent())) / WHOLE_PERCENT;
      }
      before = point;
    }
    return 1;
  }
}
