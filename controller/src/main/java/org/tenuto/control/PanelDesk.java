package org.tenuto.control;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent.PanelPressed;
import org.tenuto.control.ExecutorEvent.PanelPressed.Button;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.NotDeliveringReason;

/**
 * What e-stop and buttons at the device do, first in each cycle. Loop thread only; allocates
 * nothing while nobody presses anything.
 *
 * <p>An open e-stop, and lines nobody can rely on, are conditions that fault: the pump is told to
 * stop in the same cycle, the order is over, and a reset is refused until they are gone. That they
 * go starts nothing. The Stop button does what Stop on the page does and waits for nobody.
 *
 * <p>The Start button starts nothing. What is delivered is confirmed on the page, by the hash of the
 * figures that were shown there: a button shows nothing, is pressed by a sleeve or a falling
 * syringe, and can't say which order it means. A press is on record, so that nobody wonders.
 */
final class PanelDesk {

  private final PanelInputs inputs;
  private final CommandDesk commands;
  private final Delivery delivery;
  private final AlarmDesk alarms;
  private final EventLog events;

  PanelDesk(
      PanelInputs inputs,
      CommandDesk commands,
      Delivery delivery,
      AlarmDesk alarms,
      EventLog events) {
    this.inputs = inputs;
    this.commands = commands;
    this.delivery = delivery;
    this.alarms = alarms;
    this.events = events;
  }

  void look(long nowNs) {
    alarms.set(AlarmCondition.E_STOP_OPEN, inputs.eStopOpen());
    alarms.set(AlarmCondition.PANEL_LOST, inputs.faulty());
    if (inputs.takeStop()) {
      commands.halted(nowNs);
      delivery.halt(InfusionEvent.STAFF_STOP, NotDeliveringReason.STOPPED_BY_STAFF);
      events.send(new PanelPressed(events.stamp(), Button.STOP));
    }
    if (inputs.takeStart()) {
      events.send(new PanelPressed(events.stamp(), Button.START));
    }
  }
}
