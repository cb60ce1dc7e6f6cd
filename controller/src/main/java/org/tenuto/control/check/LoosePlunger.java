package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpCapability;

/**
 * The pusher does not hold the plunger: the syringe can empty itself, and nobody knows what it gave.
 * A syringe is loaded between orders: only an open order or a priming is judged.
 */
public final class LoosePlunger extends Check {

  private final boolean sensor;

  public LoosePlunger(PumpCapability pump) {
    sensor = pump.plunger();
  }

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.PLUNGER_LOOSE;
  }

  @Override
  public boolean monitored() {
    return sensor;
  }

  @Override
  public boolean finds(Moment now) {
    return (now.isOpen() || now.isToRun()) && now.reading.plungerKnown && !now.reading.plungerSeated;
  }
}
