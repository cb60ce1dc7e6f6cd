package org.tenuto.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPanel;
import org.tenuto.pump.DeliveryLedger;

/** What each cycle knows of a delivery: how much it was, and whether it may go on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeliveryBenchmark {

  private static final long PERIOD_NS = 1_000_000;
  private static final int CYCLES_PER_READING = 100;

  /** 35 mL at 52.5 mL/h, 40 min, as 40 h: no iteration sees the end of it. */
  private static final long ORDER_NL = 60L * 35_000_000;

  private static final long RATE_NL_PER_H = 52_500_000;
  private static final long DIGIT_NL = 10_000;
  private static final long NL_PER_CYCLE = RATE_NL_PER_H / 3_600_000;

  private static final AlarmCondition[] CONDITIONS = AlarmCondition.values();

  private final DeliveryLedger ledger = new DeliveryLedger();
  private final AlarmPanel panel = new AlarmPanel();
  private long cycle;

  /** A delivery that has just begun; its audible alarm is one that stops nothing. */
  @Setup(Level.Iteration)
  public void begin() {
    cycle = 0;
    ledger.begin(ORDER_NL);
    ledger.programSent(RATE_NL_PER_H, 0);
    panel.set(AlarmCondition.NEAR_COMPLETION, true);
  }

  /** What one cycle tells the ledger, and what the snapshot asks of it. */
  @Benchmark
  public long ledger() {
    cycle++;
    long nowNs = cycle * PERIOD_NS;
    ledger.commanded(NL_PER_CYCLE);
    if (cycle % CYCLES_PER_READING == 0) {
      ledger.read(cycle * NL_PER_CYCLE, DIGIT_NL, nowNs);
    }
    ledger.advance(nowNs);
    return ledger.atLeastNl() + ledger.atMostNl() + ledger.commandedNl();
  }

  /** Every condition, as a cycle without an alarm tells them, and what they forbid. */
  @Benchmark
  public boolean alarms() {
    boolean raised = false;
    for (AlarmCondition condition : CONDITIONS) {
      raised |= panel.set(condition, false);
    }
    boolean forbidden = panel.forbidsDelivery();
    return raised || forbidden;
  }
}
