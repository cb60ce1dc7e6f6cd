package org.tenuto.benchmarks;

import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.tenuto.control.CycleTimer;
import org.tenuto.control.MonotonicClock;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperPump;
import org.tenuto.driver.stepper.StepperResolution;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.linux.Timing;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;
import org.tenuto.quantity.Volume;

/**
 * The stepper driver in a loop of 1 kHz on the kernel's clock, on the footing the executor's loop
 * asks for; no station, no checks, no other work beside it in this process.
 *
 * @param wakeNs how late the loop woke, each cycle
 * @param latenessNs how late each rising edge of STEP was, from the same deadlines
 * @param intervalErrorNs error of the time between two rising edges
 * @param missedCycles deadlines that went by
 * @param timing what the kernel granted
 */
record StepRun(
    Histogram wakeNs,
    Histogram latenessNs,
    Histogram intervalErrorNs,
    long missedCycles,
    Timing timing) {

  private static final long PERIOD_NS = 1_000_000;
  private static final long CYCLES_PER_S = 1_000;
  private static final long LONGEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;

  /** So long nothing is recorded: until the compiler has seen it. */
  private static final long WARM_UP_CYCLES = 3_000;

  /**
   * Runs it on a thread of its own.
   *
   * @param seconds how long is recorded; the order takes 40 min
   * @param cpu processor to run on; −1 for any
   */
  static StepRun of(int seconds, int cpu) throws InterruptedException {
    PumpCommand.Deliver order = order();
    return RealTimeThread.tryOut(
        cpu,
        timing ->
            run(order, seconds * CYCLES_PER_S, timing, new LinuxClock(), new LinuxTimer()));
  }

  private static StepRun run(
      PumpCommand.Deliver order,
      long cycles,
      Timing timing,
      MonotonicClock clock,
      CycleTimer timer) {
    var wakeNs = new Histogram(LONGEST_NS, DIGITS);
    var lines = new RecordingLines(StepperBuild.USUAL);
    var pump = new StepperPump(lines, StepperBuild.USUAL);
    long missedCycles = 0;
    long deadlineNs = clock.nowNs() + PERIOD_NS;
    for (long i = -WARM_UP_CYCLES; i < cycles; i++) {
      timer.sleepUntil(deadlineNs);
      long errorNs = clock.nowNs() - deadlineNs;
      long missed = errorNs / PERIOD_NS;
      if (i >= 0) {
        // From the first deadline that went by: that is when it should have woken.
        wakeNs.recordValue(Math.min(LONGEST_NS, errorNs));
        missedCycles += missed;
      }
      lines.cycle(deadlineNs, i >= 0);
      pump.cycle(deadlineNs + missed * PERIOD_NS);
      start(pump, order);
      deadlineNs += (1 + missed) * PERIOD_NS;
    }
    requireRunning(pump);
    return new StepRun(
        wakeNs, lines.latenessNs(), lines.intervalErrorNs(), missedCycles, timing);
  }

  private static void start(StepperPump pump, PumpCommand.Deliver order) {
    if (pump.reading().state == PumpState.STOPPED && !pump.reading().finished) {
      pump.deliver(order);
    }
  }

  /** No figure of a pump that did not run to the end. */
  private static void requireRunning(StepperPump pump) {
    PumpState state = pump.reading().state;
    PumpFault fault = pump.reading().fault;
    if (state != PumpState.RUNNING || fault != PumpFault.NONE) {
      throw new IllegalStateException("pump " + state + " " + fault + ": expected RUNNING NONE");
    }
  }

  /** 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL: 52.5 mL/h, 84 microsteps a second in a BD 50. */
  private static PumpCommand.Deliver order() {
    try {
      DrugLibrary library = ShippedLibrary.load(false);
      var review =
          new OrderReview(
              library, s -> new StepperResolution(StepperBuild.USUAL, s.innerDiameterUm()));
      Order usual = new Orders().usual();
      PermittedOrder permitted =
          Objects.requireNonNull(review.permit(review.readBack(usual, 1, 2)));
      var rate = Objects.requireNonNull(permitted.rest(0, new Volume(0)));
      return new PumpCommand.Deliver(rate, permitted.syringeInnerDiameterUm(), true);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException("the shipped library is refused", e);
    }
  }
}
