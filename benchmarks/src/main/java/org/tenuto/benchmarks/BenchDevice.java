package org.tenuto.benchmarks;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.Cycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.NoPanel;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.ReadBack;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.infusion.InfusionState;
import org.tenuto.replay.DrivenPump;
import org.tenuto.replay.ExecutorPorts;
import org.tenuto.replay.Recording;
import org.tenuto.replay.TracedExecutor;

/**
 * The executor's own cycle and driver in virtual time, in a state that lasts: idle, or infusing the
 * longest order. Once it is there, nothing but what is the executor's allocates. One thread.
 */
final class BenchDevice {

  /** This boot of the executor. */
  static final long BOOT = 4711;

  private static final long NS_PER_S = 1_000_000_000;
  private static final long NS_PER_MS = 1_000_000;

  /** Wall clock when the monotonic one began: 2026-01-02. */
  private static final long WALL_MS = 1_767_312_000_000L;

  private static final long COMMAND_EXPIRY_NS = 2 * NS_PER_S;
  private static final long WITHIN_NS = 10 * NS_PER_S;
  private static final long BEAT_NS = NS_PER_S;
  private static final long FIRST_NS = 5 * NS_PER_S;

  private final MemoryStation station;
  private final SteadyPlant plant;
  private final Cycle cycle;
  private @Nullable SharedLink link;
  private long nowNs = FIRST_NS;
  private long beatDueNs = FIRST_NS;
  private long nonce;
  private long commands;
  private InfusionState settledState = InfusionState.SELF_TEST;
  private long settledEvents;

  private BenchDevice(
      Orders orders, MemoryStation station, StationPort port, SteadyPlant plant) {
    this.station = station;
    this.plant = plant;
    var recording = new Recording(this::record);
    var panel = new NoPanel();
    cycle =
        TracedExecutor.recorded(
            recording,
            new BootRecord(BOOT, "bench", "timing: virtual", 0, orders.libraryHash(), false),
            CheckThresholds.USUAL,
            new DrivenPump(plant.driver(recording), NewEraModel.NE_1000, plant.build()),
            new ExecutorPorts(
                port, panel, panel, orders.review(), () -> ++nonce, new CycleStatistics()));
  }

  /** What the executor was told goes by the link, if there is one. */
  private void record(byte[] bytes, int length) {
    SharedLink to = link;
    if (to != null) {
      to.recording().record(bytes, length);
    }
  }

  private static BenchDevice withStationInMemory(Orders orders) {
    var station = new MemoryStation();
    return new BenchDevice(orders, station, station, new SteadyPump(FIRST_NS));
  }

  /** A device that passed its self-test and has no order; its station is in memory. */
  static BenchDevice idle(Orders orders) {
    BenchDevice device = withStationInMemory(orders);
    device.await(() -> device.cycle.state() == InfusionState.IDLE);
    device.settle(0);
    return device;
  }

  /** A device whose pump infuses the longest order; its station is in memory. */
  static BenchDevice infusing(Orders orders) {
    BenchDevice device = withStationInMemory(orders);
    device.infuse(orders);
    return device;
  }

  /** The same with a stepper motor, for orders that its build can be told. */
  static BenchDevice stepping(Orders orders) {
    var station = new MemoryStation();
    var device = new BenchDevice(orders, station, station, new SteadyMotor());
    device.infuse(orders);
    return device;
  }

  /** The same as the first with the station at the other end of a link, after the pump was started. */
  static BenchDevice infusing(Orders orders, SharedLink link) {
    var station = new MemoryStation();
    var handOver = new HandOver(station);
    var device = new BenchDevice(orders, station, handOver, new SteadyPump(FIRST_NS));
    device.infuse(orders);
    device.link = link;
    handOver.to(link.port());
    return device;
  }

  private void infuse(Orders orders) {
    await(() -> cycle.state() == InfusionState.IDLE);
    station.send(new StationCommand.Propose(header(), orders.longest()));
    await(() -> station.readBack() != null);
    ReadBack shown = Objects.requireNonNull(station.readBack());
    station.send(new StationCommand.Start(header(), shown.nonce(), shown.hash()));
    await(plant::moving);
    pass(NS_PER_S);
    settle(shown.phases().getFirst().rateNlPerH());
  }

  private Header header() {
    commands++;
    return new Header(
        BOOT, station.stationBootId(), commands, commands, nowNs + COMMAND_EXPIRY_NS);
  }

  private void settle(long rateNlPerH) {
    await(plant::lineIsQuiet);
    plant.settle(rateNlPerH, nowNs);
    pass(NS_PER_S);
    settledState = cycle.state();
    settledEvents = snapshot().lastEventSeq;
  }

  /** One control cycle, one millisecond after the last: what is measured. */
  void cycle() {
    nowNs += ControlLoop.PERIOD_NS;
    if (nowNs >= beatDueNs) {
      beatDueNs = nowNs + BEAT_NS;
      beat();
      show();
    }
    plant.live(nowNs);
    cycle.wallClock(WALL_MS + nowNs / NS_PER_MS);
    cycle.run(nowNs);
  }

  /** Somebody is shown the present figures. */
  private void show() {
    StatusSnapshot shown = station.snapshot();
    if (shown == null) {
      return;
    }
    station.show(shown.cycle);
  }

  private void beat() {
    if (link == null) {
      station.beat();
    } else {
      link.beat();
    }
  }

  /**
   * Checks that nothing has happened since the device was brought up: what was measured is a steady
   * state.
   *
   * @throws IllegalStateException if the state changed or an event was reported
   */
  void requireSteady() {
    long events = snapshot().lastEventSeq - settledEvents;
    if (cycle.state() != settledState || events != 0) {
      throw new IllegalStateException(
          String.format(
              "the device is %s after %d events: expected %s and no event while it is measured",
              cycle.state(), events, settledState));
    }
  }

  /** What the device is doing. */
  InfusionState state() {
    return cycle.state();
  }

  /** The one object that every cycle fills anew, with a link too. */
  private StatusSnapshot snapshot() {
    return Objects.requireNonNull(station.snapshot());
  }

  private void pass(long durationNs) {
    long endNs = nowNs + durationNs;
    while (nowNs < endNs) {
      cycle();
    }
  }

  private void await(BooleanSupplier reached) {
    long endNs = nowNs + WITHIN_NS;
    while (!reached.getAsBoolean()) {
      if (nowNs >= endNs) {
        throw new IllegalStateException(
            "the device does not come up: it is " + cycle.state() + " after " + WITHIN_NS + " ns");
      }
      cycle();
    }
  }
}
