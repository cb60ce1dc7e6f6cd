package org.tenuto.simulator.device;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.infusion.InfusionState;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.sensor.SensingPump;
import org.tenuto.simulator.sensor.Sensors;
import org.tenuto.simulator.world.DeliveryPath;

/** The executor's real parts and the simulated pump, stepped together a millisecond at a time. */
final class VirtualDevice {

  static final long BOOT = 4711;
  static final long MS = 1_000_000;
  static final long S = 1_000_000_000;

  /** When the device is switched on. */
  static final long START_NS = 5 * S;

  final RecordingPanel panel = new RecordingPanel();
  final SetButtons buttons = new SetButtons();
  final InMemoryStation station = new InMemoryStation();
  final VirtualLine line = new VirtualLine();
  final DeliveryPath syringe;
  final Ne1000 firmware;
  final ControlCycle cycle;
  final DrugLibrary library;
  final AheadCounter counter;
  final Sensors sensors;

  /** What the sensors of {@link #VirtualDevice(boolean, CheckThresholds)} look at. */
  final SetWorld world;

  long nowNs = START_NS;

  /** Wall clock when the monotonic one began, ms: 2026-01-02. */
  long wallMs = 1_767_312_000_000L;

  private long nonce;
  private Runnable eachStep = () -> {};

  /** A device as it is: its pump has no sensors. */
  VirtualDevice() {
    this(false, CheckThresholds.USUAL);
  }

  /** A device with other thresholds, and with a pump that has sensors if {@code sensing}. */
  VirtualDevice(boolean sensing, CheckThresholds thresholds) {
    this(
        sensing,
        thresholds,
        DeliveryPath.ideal(26_600, PumpModel.NE1000.microstepPm(), START_NS),
        new SetWorld());
  }

  private VirtualDevice(
      boolean sensing, CheckThresholds thresholds, DeliveryPath path, SetWorld world) {
    this(sensing, thresholds, path, Sensors.exact(world, START_NS), world);
  }

  /** A device whose sensors look at the way to the vein itself. */
  VirtualDevice(CheckThresholds thresholds, DeliveryPath path, Sensors sensors) {
    this(true, thresholds, path, sensors, new SetWorld());
  }

  private VirtualDevice(
      boolean sensing,
      CheckThresholds thresholds,
      DeliveryPath path,
      Sensors sensors,
      SetWorld world) {
    this.syringe = path;
    this.sensors = sensors;
    this.world = world;
    firmware = new Ne1000(PumpModel.NE1000, syringe, nowNs);
    library = shippedLibrary();
    var review =
        new OrderReview(
            library, s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm()));
    var boot = new BootRecord(BOOT, "test", "timing: virtual", 0, library.hash(), true);
    counter = new AheadCounter(new NewEraPump(line, NewEraModel.NE_1000));
    cycle =
        new ControlCycle(
            boot,
            thresholds,
            sensing ? new SensingPump(counter, sensors) : counter,
            station,
            panel,
            buttons,
            review,
            () -> ++nonce,
            new CycleStatistics());
  }

  private static DrugLibrary shippedLibrary() {
    try {
      return ShippedLibrary.load(true);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something to be checked after every millisecond. */
  void eachStep(Runnable check) {
    eachStep = check;
  }

  /** Lets time pass for the cycle, the line and the pump. */
  void pass(long durationNs) {
    long endNs = nowNs + durationNs;
    while (nowNs < endNs) {
      step();
    }
  }

  void step() {
    nowNs += MS;
    line.answer(firmware.step(line.takeForPump(), nowNs));
    syringe.advance(nowNs);
    cycle.wallClock(wallMs + nowNs / MS);
    cycle.run(nowNs);
    eachStep.run();
  }

  /** The loop slept: time passes for the pump alone, then the skipped deadlines are reported. */
  void stall(long durationNs) {
    long wakeNs = nowNs + durationNs;
    while (nowNs < wakeNs) {
      nowNs += MS;
      line.answer(firmware.step(line.takeForPump(), nowNs));
      syringe.advance(nowNs);
    }
    cycle.skipped(durationNs / MS, durationNs);
    step();
  }

  /** Waits for a state; fails after {@code withinNs}. */
  void await(InfusionState wanted, long withinNs) {
    long endNs = nowNs + withinNs;
    while (cycle.state() != wanted) {
      if (nowNs >= endNs) {
        throw new AssertionError(wanted + " not reached: " + cycle.state() + ", " + station.events);
      }
      step();
    }
  }

  Order order(String protocol, long doseNgPerKg, long durationS, long loadedNl) {
    return Order.ofDose(
        library.hash(),
        protocol.startsWith("DEMO")
            ? "DEMO"
            : requireNonNull(library.drugOfProtocol(protocol)).id(),
        protocol,
        70_000,
        doseNgPerKg,
        durationS,
        1_000_000,
        "BD-PLASTIPAK-50",
        loadedNl,
        "rn-1");
  }

  /** 0.5 mg/kg over 40 min at 1 mg/mL for 70 kg: 35 mL at 52.5 mL/h. */
  Order usualOrder() {
    return order("DEP-RACEMIC-40", 500_000, 2_400, 50_000_000);
  }

  /** The same with an earlier dose. */
  Order usualOrderAfter(PriorDose prior) {
    Order order = usualOrder();
    return new Order(
        order.libraryHash(),
        order.drugId(),
        order.protocolId(),
        order.patient(),
        order.weightBasis(),
        order.phases(),
        order.concentrationNgPerMl(),
        order.syringeId(),
        order.loadedNl(),
        List.of(prior),
        false,
        List.of(),
        order.staffId(),
        "");
  }

  /** 0.01 mg/kg over one minute: 0.7 mL at 42 mL/h. */
  Order shortOrder() {
    return order("DEMO-1MIN", 10_000, 60, 10_000_000);
  }

  /** Has an order read back. */
  ReadBack propose(Order order) {
    return readBackOf(header -> new StationCommand.Propose(header, order));
  }

  /** Has a change of the running or paused order read back. */
  ReadBack proposeChange(long orderNonce, int phase, OrderChange change) {
    return readBackOf(
        header -> new StationCommand.ProposeChange(header, orderNonce, phase, change));
  }

  private ReadBack readBackOf(Function<StationCommand.Header, StationCommand> proposal) {
    station.send(BOOT, nowNs, proposal);
    long readBacks = readBacks();
    long endNs = nowNs + S;
    while (readBacks() == readBacks) {
      if (nowNs >= endNs) {
        throw new AssertionError("not read back within 1 s: " + station.events);
      }
      step();
    }
    return station.last(ExecutorEvent.OrderReadBack.class).readBack();
  }

  private long readBacks() {
    return station.events.stream().filter(ExecutorEvent.OrderReadBack.class::isInstance).count();
  }

  /** The program of a protocol as it is shipped, for 70 kg at 1 mg/mL. */
  Order program(String protocol, long loadedNl) {
    DrugEntry drug = requireNonNull(library.drugOfProtocol(protocol));
    return new Order(
        library.hash(),
        drug.id(),
        protocol,
        Patient.ofWeight(70_000),
        WeightBasis.ACTUAL,
        requireNonNull(drug.protocol(protocol)).phases(),
        1_000_000,
        "BD-PLASTIPAK-50",
        loadedNl,
        List.of(),
        false,
        List.of(),
        "rn-1",
        "");
  }

  /** 0.35, 0.28 and 0.07 mL at 63, 33.6 and 16.8 mL/h: 0.7 mL in 65 s. */
  Order steppedOrder() {
    return program("DEMO-STEPS", 10_000_000);
  }

  ExecutorEvent.Answered ask(
      Function<StationCommand.Header, StationCommand> command) {
    station.send(BOOT, nowNs, command);
    step();
    return station.last(ExecutorEvent.Answered.class);
  }

  ExecutorEvent.Answered start(ReadBack readBack) {
    return ask(h -> new StationCommand.Start(h, readBack.nonce(), readBack.hash()));
  }

  /** From power-up to a running pump. */
  ReadBack run(Order order) {
    await(InfusionState.IDLE, 5 * S);
    ReadBack readBack = propose(order);
    start(readBack);
    long endNs = nowNs + 5 * S;
    while (!syringe.moving()) {
      if (nowNs >= endNs) {
        throw new AssertionError("the plunger does not move: " + station.events);
      }
      step();
    }
    return readBack;
  }
}
