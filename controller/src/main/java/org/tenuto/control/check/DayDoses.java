package org.tenuto.control.check;

import java.util.List;
import org.tenuto.dose.PriorDose;

/**
 * What this executor gave since it started, by its own knowledge, and what an order says was given
 * before it. Drugs are added up as if they were the same. Loop thread only; allocates nothing.
 */
final class DayDoses {

  static final long DAY_NS = 86_400_000_000_000L;

  /** Each takes a minute at least; older ones become one, as late as the latest of them. */
  static final int REMEMBERED = 64;

  private static final long NS_PER_S = 1_000_000_000;
  private static final long DAY_S = DAY_NS / NS_PER_S;

  private final long[] doseNg = new long[REMEMBERED];
  private final long[] endedNs = new long[REMEMBERED];
  private int count;

  /** A dose is over. */
  void add(long ng, long nowNs) {
    if (count == REMEMBERED) {
      mergeOldest();
    }
    doseNg[count] = ng;
    endedNs[count] = nowNs;
    count++;
  }

  private void mergeOldest() {
    doseNg[1] += doseNg[0];
    count--;
    System.arraycopy(doseNg, 1, doseNg, 0, count);
    System.arraycopy(endedNs, 1, endedNs, 0, count);
  }

  /** Own doses that ended within the last 24 h, ng. */
  long ownNg(long nowNs) {
    long ng = 0;
    for (int i = 0; i < count; i++) {
      ng += nowNs - endedNs[i] < DAY_NS ? doseNg[i] : 0;
    }
    return ng;
  }

  /**
   * Everything of the last 24 h before an order, ng. What the device's record has of this boot can't
   * be less than what the executor knows of it. An order that names no dose of the record at all is
   * for a person whom this device gave nothing: staff said so on record.
   *
   * @param priors as the order names them
   * @param sinceBootNs how long this executor knows what it gave
   */
  long beforeNg(List<PriorDose> priors, long sinceBootNs, long nowNs) {
    long elsewhereNg = 0;
    long recordedNg = 0;
    boolean samePerson = false;
    for (int i = 0; i < priors.size(); i++) {
      PriorDose prior = priors.get(i);
      samePerson |= !prior.declared();
      if (prior.endedAgoS() < DAY_S) {
        boolean ofThisBoot =
            !prior.declared() && prior.endedAgoS() * NS_PER_S <= sinceBootNs;
        recordedNg += ofThisBoot ? prior.ng() : 0;
        elsewhereNg += ofThisBoot ? 0 : prior.ng();
      }
    }
    return elsewhereNg + Math.max(recordedNg, samePerson ? ownNg(nowNs) : 0);
  }
}
