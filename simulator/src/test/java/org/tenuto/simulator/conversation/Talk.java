package org.tenuto.simulator.conversation;

import static org.tenuto.simulator.conversation.Deadlines.MS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PermittedRate;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;
import org.tenuto.quantity.Volume;
import org.tenuto.simulator.boundary.FaultyMotor;
import org.tenuto.simulator.boundary.SerialChannel;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.FaultSchedule;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.virtual.PumpUnit;

/**
 * One conversation: a pump that somebody used before, the driver, the line with its faults, and a
 * person who delivers, perhaps stops, resets a fault and delivers once more. 1 ms a step.
 */
final class Talk {

  /** How it went. */
  enum Outcome {
    DELIVERED,
    STOPPED,
    FAULT
  }

  private static final int BAUD = 19_200;
  private static final long START_NS = 1_000 * MS;
  private static final long BEFORE_EACH_NS = 40 * MS;
  private static final long LONGEST_NS = 60_000 * MS;

  private final TalkPlan plan;
  private final List<PermittedOrder> orders;
  private final PresentFaults present = new PresentFaults();
  private final SerialChannel channel;
  private final PumpUnit unit;
  private final NewEraPump pump;
  private final PumpReading reading;
  private final TalkJudge judge;
  private final FaultSchedule schedule;
  private long nowNs = START_NS;
  private long startNs;
  private int programs;
  private boolean stopped;
  private boolean stalled;
  private PumpFault fault = PumpFault.NONE;

  Talk(TalkPlan plan, List<PermittedOrder> orders) {
    this.plan = plan;
    this.orders = orders;
    var random = new SplittableRandom(plan.seed());
    PumpModel model = PumpModel.NE1000;
    var plunger = new Plunger(orders.getFirst().syringeInnerDiameterUm(), model.microstepPm());
    channel = new SerialChannel(BAUD, present, random, Tripwire.never());
    unit = new PumpUnit(model, new FaultyMotor(plunger, present, random), channel, present, nowNs);
    useBefore();
    startNs = nowNs;
    judge = new TalkJudge(plan, plunger, present, nowNs);
    pump = new NewEraPump(new WatchedLine(channel, this::written), NewEraModel.NE_1000);
    reading = pump.reading();
    schedule = new FaultSchedule(plan.faults(), present, unit, judge);
  }

  private void useBefore() {
    for (String command : plan.before()) {
      byte[] bytes = (command + "\r").getBytes(StandardCharsets.US_ASCII);
      channel.write(bytes, bytes.length);
      for (long endNs = nowNs + BEFORE_EACH_NS; nowNs < endNs; nowNs += MS) {
        unit.step(nowNs);
      }
    }
  }

  private void written(String text) {
    judge.written(text, reading.state);
  }

  /** Runs to the end; the first violation in words, empty if there was none. */
  String run() {
    while (!isOver() && judge.violation().isEmpty()) {
      nowNs += MS;
      schedule.advance(nowNs - startNs);
      unit.step(nowNs);
      if (hostRuns()) {
        act();
        pump.cycle(nowNs);
        judge.look(reading, schedule.isOver(), nowNs);
      } else {
        judge.unattended(nowNs);
      }
    }
    judge.end(reading, stopped);
    return judge.violation();
  }

  private boolean hostRuns() {
    long sinceNs = nowNs - startNs - plan.stallAtNs();
    boolean runs = sinceNs < 0 || sinceNs >= plan.stallForNs();
    if (runs && stalled) {
      judge.stalled(nowNs);
    }
    stalled = !runs;
    return runs;
  }

  /** What the person does: order, stop, and after a fault or a stop the second order. */
  private void act() {
    if (!stopped && nowNs - startNs >= plan.stopAtNs()) {
      stopped = true;
      pump.stop();
    }
    if (reading.fault != PumpFault.NONE) {
      fault = reading.fault;
    }
    if (reading.state == PumpState.STOPPED && programs < plan.programs().size() && calm()) {
      pump.stop(); // clears what is latched, while stopped
      order();
    }
  }

  /** The second order waits until nothing goes wrong any more. */
  private boolean calm() {
    return programs == 0 || schedule.isOver();
  }

  private void order() {
    TalkPlan.Program program = plan.programs().get(programs++);
    PermittedOrder order = orders.get(program.order());
    long wholeNl = rest(order, 0).volume().nl();
    PermittedRate rest = rest(order, wholeNl - program.volumeNl());
    judge.permitted(rest.volume().nl());
    pump.deliver(new PumpCommand.Deliver(rest, order.syringeInnerDiameterUm(), true));
  }

  private static PermittedRate rest(PermittedOrder order, long deliveredNl) {
    return Objects.requireNonNull(order.rest(0, new Volume(deliveredNl)));
  }

  private boolean isOver() {
    boolean settled = reading.state == PumpState.STOPPED && programs == plan.programs().size();
    return (settled && schedule.isOver()) || nowNs - startNs > LONGEST_NS;
  }

  Outcome outcome() {
    if (fault != PumpFault.NONE) {
      return Outcome.FAULT;
    }
    return stopped ? Outcome.STOPPED : Outcome.DELIVERED;
  }

  /** The last fault there was. */
  PumpFault fault() {
    return fault;
  }

  long virtualNs() {
    return nowNs - startNs;
  }

  long longestRecoveryNs() {
    return judge.longestRecoveryNs();
  }
}
