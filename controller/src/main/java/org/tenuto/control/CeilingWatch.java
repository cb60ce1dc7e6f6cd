package org.tenuto.control;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.check.Check;
import org.tenuto.control.check.Moment;

/** The predicted concentration of an open order reaches the drug's hard ceiling. */
final class CeilingWatch extends Check {

  private final ConcentrationWatch concentrations;
  private final Delivery delivery;

  CeilingWatch(ConcentrationWatch concentrations, Delivery delivery) {
    this.concentrations = concentrations;
    this.delivery = delivery;
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.CONCENTRATION_CEILING;
  }

  @Override
  public boolean finds(Moment now) {
    // Followed in every state: what was given goes on to act.
    boolean reached =
        concentrations.reachesCeiling(
            now.ledger.atMostNl(), delivery.mayFlowNlPerH(), delivery.isBolus(), now.nowNs);
    return reached && now.isOpen();
  }
}
