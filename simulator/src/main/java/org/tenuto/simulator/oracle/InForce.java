package org.tenuto.simulator.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff have confirmed and may therefore be delivered: one order or one priming. After a
 * change whose fate staff do not know, the order as it was and as it was changed: whatever either
 * of them allows, is allowed. One session, one thread; asking allocates nothing.
 */
final class InForce {

  /** Priming runs at 120 mL/h at most, nL/h. */
  private static final long HIGHEST_PRIMING_NL_PER_H = 120_000_000;

  /** The pump is stopped for a change and confirms it; what it does till then is the old order. */
  private static final long CHANGED_NS = 2_000_000_000L;

  /** By so much a phase may end early: it is rounded down to a digit of the pump's counter. */
  private static final long DIGIT_NL = 10_000;

  private final List<Ordered> possible = new ArrayList<>(2);
  private @Nullable Ordered taken;
  private long takenNs;
  private long baseNl;
  private long nonce;

  private int phases;
  private long[] lowestThroughNl = {};
  private long[] throughNl = {};
  private long[] lowestRateNlPerH = {};
  private long[] rateNlPerH = {};
  private long highestNlPerH;
  private long settled;

  void happened(Happening happening, Scene scene) {
    switch (happening) {
      case Happening.Started(var order, long of) -> begin(Ordered.of(order), of, scene);
      case Happening.PrimingStarted(long volumeNl) ->
          begin(Ordered.of(volumeNl, HIGHEST_PRIMING_NL_PER_H), 0, scene);
      case Happening.Changed(var order) -> {
        taken = null;
        possible.add(Ordered.of(order));
        workOut();
      }
      case Happening.ChangeDecided(boolean decided) -> decide(decided, scene);
      default -> {
        // Orders nothing.
      }
    }
  }

  private void begin(Ordered ordered, long of, Scene scene) {
    possible.clear();
    possible.add(ordered);
    taken = null;
    nonce = of;
    baseNl = scene.pushedNl;
    workOut();
  }

  private void decide(boolean wasTaken, Scene scene) {
    if (possible.size() < 2) {
      return;
    }
    if (wasTaken) {
      taken = possible.getLast();
      takenNs = scene.nowNs;
    } else {
      possible.removeLast();
      workOut();
    }
  }

  /** Lets a change that was taken take effect. */
  void look(long nowNs) {
    Ordered change = taken;
    if (change != null && nowNs - takenNs > CHANGED_NS) {
      taken = null;
      possible.clear();
      possible.add(change);
      workOut();
    }
  }

  private void workOut() {
    settled++;
    phases = possible.stream().mapToInt(one -> one.rateNlPerH().size()).max().orElse(0);
    lowestThroughNl = new long[phases];
    throughNl = new long[phases];
    lowestRateNlPerH = new long[phases];
    rateNlPerH = new long[phases];
    highestNlPerH = 0;
    for (int i = 0; i < phases; i++) {
      int phase = i;
      throughNl[i] = possible.stream().mapToLong(o -> through(o, phase)).max().orElse(0);
      lowestThroughNl[i] = possible.stream().mapToLong(o -> through(o, phase)).min().orElse(0);
      rateNlPerH[i] = possible.stream().mapToLong(o -> rate(o, phase)).max().orElse(0);
      lowestRateNlPerH[i] = possible.stream().mapToLong(o -> rate(o, phase)).min().orElse(0);
      highestNlPerH = Math.max(highestNlPerH, rateNlPerH[i]);
    }
  }

  private static long through(Ordered ordered, int phase) {
    return ordered.throughPhaseNl().get(Math.min(phase, ordered.throughPhaseNl().size() - 1));
  }

  private static long rate(Ordered ordered, int phase) {
    return ordered.rateNlPerH().get(Math.min(phase, ordered.rateNlPerH().size() - 1));
  }

  /** Nonce of the order; 0 for a priming, or if there is none. */
  long nonce() {
    return nonce;
  }

  /** What had been pushed out when it was confirmed, nL. */
  long baseNl() {
    return baseNl;
  }

  /** How many phases it has; 0 if nothing was confirmed yet. */
  int phases() {
    return phases;
  }

  /** Counts the times that what is in force became another. */
  long settled() {
    return settled;
  }

  /** Whether it is one order beyond doubt. */
  boolean isSettled() {
    return possible.size() == 1;
  }

  /** Volume of it all, nL. */
  long totalNl() {
    return phases == 0 ? 0 : throughNl[phases - 1];
  }

  /** Volume up to the end of a phase, counted from 0, nL. */
  long throughNl(int phase) {
    return phases == 0 ? 0 : throughNl[Math.min(phase, phases - 1)];
  }

  /** Highest rate of any phase, nL/h. */
  long highestRateNlPerH() {
    return highestNlPerH;
  }

  /** Lowest rate that phase may have, nL/h. */
  long lowestRateNlPerH(int phase) {
    return phases == 0 ? 0 : lowestRateNlPerH[Math.min(phase, phases - 1)];
  }

  /**
   * Highest rate there may have been while the volume given went from one figure to another. Which
   * phase that is, follows from the volume; the device may be further by what it counts as given
   * and was not.
   *
   * @param fromNl given by the beginning, nL
   * @param toNl given by the end, nL
   * @param saidPhase the phase the device says it is in, counted from 0
   */
  long rateNlPerH(long fromNl, long toNl, int saidPhase) {
    long highest = 0;
    for (int i = 0; i < phases; i++) {
      boolean over = i < phases - 1 && fromNl > throughNl[i] + DIGIT_NL * (i + 1);
      boolean begun = i <= saidPhase || toNl >= lowestThroughNl[i - 1] - DIGIT_NL * i;
      if (begun && !over) {
        highest = Math.max(highest, rateNlPerH[i]);
      }
    }
    return highest;
  }

  /** Time the rest takes at its rates, ns; of one order beyond doubt. */
  long leftNs(long givenNl) {
    long leftNs = 0;
    long fromNl = givenNl;
    for (int i = 0; i < phases; i++) {
      long nl = Math.max(0, throughNl[i] - fromNl);
      leftNs += (long) (nl * (3.6e12 / Math.max(1, rateNlPerH[i])));
      fromNl = Math.max(fromNl, throughNl[i]);
    }
    return leftNs;
  }
}
