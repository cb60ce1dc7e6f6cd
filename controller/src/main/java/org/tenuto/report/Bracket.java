package org.tenuto.report;

/**
 * What was delivered: told, certain and possible.
 *
 * @param commandedNl what the pump was commanded to deliver
 * @param atLeastNl what it certainly delivered
 * @param atMostNl what it can have delivered at most
 */
record Bracket(long commandedNl, long atLeastNl, long atMostNl) {

  private static final double NS_PER_H = 3_600e9;

  static final Bracket NOTHING = new Bracket(0, 0, 0);

  static Bracket of(TrailPoint point) {
    return new Bracket(point.commandedNl(), point.atLeastNl(), point.atMostNl());
  }

  /** With what may have flowed unseen, up to what was ordered. */
  Bracket widened(long nlPerH, long ns, long orderedNl) {
    double unseenNl = Math.ceil((double) nlPerH * ns / NS_PER_H);
    long mostNl = Math.max(orderedNl, atMostNl);
    long widerNl = unseenNl >= mostNl - atMostNl ? mostNl : atMostNl + (long) unseenNl;
    return new Bracket(commandedNl, atLeastNl, widerNl);
  }
}
