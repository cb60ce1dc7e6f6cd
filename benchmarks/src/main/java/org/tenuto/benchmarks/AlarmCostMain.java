package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.ReadBack;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.executor.Rehearsal;
import org.tenuto.executor.RehearsalStage;
import org.tenuto.executor.RehearsedDriver;
import org.tenuto.executor.RehearsedOrders;
import org.tenuto.infusion.InfusionState;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.linux.LinuxClock;
import org.tenuto.linux.LinuxTimer;
import org.tenuto.linux.RealTimeThread;
import org.tenuto.pump.PumpState;
import org.tenuto.pump.RehearsedPump.Mishap;

/**
 * A process that rehearses as the executor does and then has one alarm after the other, each of a
 * running order whose pump stalls; says how long the cycle took in which each was raised, ns, a line
 * each. Arguments: folder in memory, processor, alarms.
 */
final class AlarmCostMain {

  /** The pump runs so long before it stalls. */
  private static final int RUNS_MS = 1_000;

  /** The beats before an alarm are those of the clock, so that nothing is warmer than in a loop. */
  private static final int PACED_MS = 20;

  private static final int WITHIN_MS = 5_000;

  private final LinuxClock clock = new LinuxClock();
  private final LinuxTimer timer = new LinuxTimer();
  private final RehearsalStage stage;
  private final RehearsedOrders orders;

  private AlarmCostMain(RehearsalStage stage, RehearsedOrders orders) {
    this.stage = stage;
    this.orders = orders;
  }

  public static void main(String[] args) throws IOException, LibraryRefusedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    var driven = RehearsedDriver.newEra(NewEraModel.NE_1000);
    var orders = new RehearsedOrders(ShippedLibrary.load(false), driven.resolution());
    orders.reviewAll();
    Rehearsal.play(folder.resolve("rehearsal"), driven, orders.review(), orders.first());
    long[] costNs = new long[Integer.parseInt(args[2])];
    var live = RehearsedDriver.newEra(NewEraModel.NE_1000);
    String library = orders.first().libraryHash();
    try (var stage = new RehearsalStage(folder.resolve("live"), live, orders.review(), library);
        RealTimeThread footing = RealTimeThread.enter(Integer.parseInt(args[1]))) {
      System.out.println("alarms ready, " + footing.timing().statement());
      stage.pass(1_500);
      var alarms = new AlarmCostMain(stage, orders);
      for (int i = 0; i < costNs.length; i++) {
        costNs[i] = alarms.alarm();
      }
    }
    for (long one : costNs) {
      System.out.println(one);
    }
  }

  private long alarm() {
    infuse();
    stage.pump().mishap(Mishap.NONE);
    stage.pass(RUNS_MS);
    paced(PACED_MS);
    stage.pump().mishap(Mishap.STALLED);
    long costNs = untilRaised();
    stage.pump().mishap(Mishap.NONE);
    await("stopped", InfusionState.FAULT, PumpState.STOPPED);
    stage.pass(RUNS_MS);
    stage.send(StationCommand.ResetFault::new);
    await("idle", InfusionState.IDLE, PumpState.STOPPED);
    return costNs;
  }

  private void infuse() {
    long last = nonce();
    stage.send(header -> new StationCommand.Propose(header, orders.first()));
    require(stage.await(() -> nonce() != last, WITHIN_MS), "read back");
    ReadBack shown = Objects.requireNonNull(stage.readBack());
    stage.send(header -> new StationCommand.Start(header, shown.nonce(), shown.hash()));
    await("running", InfusionState.INFUSING, PumpState.RUNNING);
  }

  /** Of what was last read back; 0 before the first. */
  private long nonce() {
    ReadBack shown = stage.readBack();
    return shown == null ? 0 : shown.nonce();
  }

  private void await(String what, InfusionState state, PumpState pump) {
    require(
        stage.await(
            () -> stage.state() == state && stage.snapshot().pumpState == pump, WITHIN_MS),
        what);
  }

  private void require(boolean reached, String what) {
    if (!reached) {
      throw new IllegalStateException(
          "the device is " + stage.state() + ", pump " + stage.snapshot().pumpState
              + ", expected it " + what + " within " + WITHIN_MS + " cycles");
    }
  }

  private void paced(int ms) {
    long deadlineNs = clock.nowNs();
    for (int i = 0; i < ms; i++) {
      deadlineNs += ControlLoop.PERIOD_NS;
      timer.sleepUntil(deadlineNs);
      stage.step();
    }
  }

  private long untilRaised() {
    long before = stage.snapshot().alarmPresentBits;
    long deadlineNs = clock.nowNs();
    for (int i = 0; i < WITHIN_MS; i++) {
      deadlineNs += ControlLoop.PERIOD_NS;
      timer.sleepUntil(deadlineNs);
      long beganNs = clock.nowNs();
      stage.step();
      long tookNs = clock.nowNs() - beganNs;
      if ((stage.snapshot().alarmPresentBits & ~before) != 0) {
        return tookNs;
      }
    }
    throw new IllegalStateException("no alarm within " + WITHIN_MS + " cycles of a stalled pump");
  }
}
