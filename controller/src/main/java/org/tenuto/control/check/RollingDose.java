package org.tenuto.control.check;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.dose.ReadBack;

/**
 * The doses of 24 h and the whole running order are beyond the protocol's hard limit. The order
 * counts whole from the moment it is shown, however little of it was given: a check that counts only
 * what was delivered lets what is still to come exceed the limit (Vasicek et al., ICLP 2024, of the
 * Open PCA pump). If more than the order was given, that counts.
 */
public final class RollingDose extends Check {

  private final GivenDrug given;
  private final DayDoses doses = new DayDoses();
  private long bootNs = Long.MIN_VALUE;
  private long judgedNonce;
  private long mostNg;
  private long beforeNg;
  private long givenNg;
  private long givenToNs;

  /** Nothing was given in this boot yet. */
  public RollingDose(CheckThresholds thresholds) {
    given = new GivenDrug(thresholds);
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.ROLLING_DOSE;
  }

  @Override
  public boolean finds(Moment now) {
    if (bootNs == Long.MIN_VALUE) {
      bootNs = now.nowNs;
    }
    ReadBack order = now.order;
    if ((order == null ? 0 : order.orderNonce()) != judgedNonce) {
      judge(order, now);
    }
    if (order == null) {
      return false;
    }
    count(GivenDrug.atMostNg(now, order), now.nowNs);
    long wholeNg = Math.max(order.orderedNg(), givenNg - given.toleratedNg(now, order));
    return now.isShown() && beforeNg + wholeNg > mostNg;
  }

  private void judge(@Nullable ReadBack order, Moment now) {
    if (givenNg > 0) {
      doses.add(givenNg, givenToNs);
    }
    judgedNonce = order == null ? 0 : order.orderNonce();
    givenNg = 0;
    if (order != null) {
      mostNg = now.dayLimitNg;
      beforeNg = doses.beforeNg(order.order().priorDoses(), now.nowNs - bootNs, now.nowNs);
    }
  }

  private void count(long atMostNg, long nowNs) {
    if (atMostNg > givenNg) {
      givenNg = atMostNg;
      givenToNs = nowNs;
    }
  }
}
