package org.tenuto.control.explore;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.NoPanel;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.FourDigitPump;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionState;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.measure.Allocation;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;

/** The executor's real cycle between a pump and a station that do whatever they may. */
final class World {

  static final long MS = 1_000_000;
  static final long S = 1_000 * MS;

  /** Wall clock when the monotonic one began: 2026-01-02. */
  private static final long WALL_MS = 1_767_312_000_000L;

  /** Cycles an order is looked ahead over, at most. */
  private static final int LONGEST_LOOK_AHEAD = 200;

  private static final DrugLibrary LIBRARY = library();
  private static final OrderReview REVIEW = new OrderReview(LIBRARY, _ -> new FourDigitPump());

  private final AnyPump pump = new AnyPump();
  private final AnyStation station = new AnyStation();
  private final AnyInputs inputs = new AnyInputs();
  private final Nonces nonces = new Nonces();
  private final ControlCycle cycle =
      new ControlCycle(
          new BootRecord(
              AnyStation.EXECUTOR_BOOT, "test", "timing: none", 0, LIBRARY.hash(), true),
          CheckThresholds.USUAL,
          pump,
          station,
          new NoPanel(),
          inputs,
          REVIEW,
          nonces::next,
          new CycleStatistics());
  private long nowNs = 100 * S;
  private long ranNonce;
  private boolean measured;
  private long mostAllocatedBytes;
  private long seenNs = nowNs;
  private long longestUnseenNs;

  World() {
    run();
  }

  /** Numbers read-backs; counted here so that a copy counts on by itself. */
  private static final class Nonces {
    private long last;

    long next() {
      return ++last;
    }
  }

  private static DrugLibrary library() {
    try {
      return ShippedLibrary.load(true);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One cycle, a millisecond after the last. */
  void run() {
    nowNs += MS;
    station.beat();
    step();
  }

  private void step() {
    int programs = pump.programs();
    boolean open = isOpen();
    pump.readSensors(nowNs);
    cycle.wallClock(WALL_MS + nowNs / MS);
    if (measured) {
      long before = Allocation.bytes();
      cycle.run(nowNs);
      mostAllocatedBytes = Math.max(mostAllocatedBytes, Allocation.bytes() - before);
    } else {
      cycle.run(nowNs);
    }
    if (station.watched() || !open) {
      seenNs = nowNs;
    }
    if (isDriven()) {
      longestUnseenNs = Math.max(longestUnseenNs, unseenNs());
    }
    PumpCommand.Deliver program = pump.program();
    if (pump.programs() != programs && program != null && program.firstOfOrder()) {
      ranNonce = snapshot().orderNonce;
    }
  }

  /** What one cycle allocated at most since {@link #measureAllocation}. */
  long mostAllocatedBytes() {
    return mostAllocatedBytes;
  }

  void measureAllocation() {
    measured = true;
    mostAllocatedBytes = 0;
  }

  private boolean isOpen() {
    return cycle.state() == InfusionState.INFUSING || cycle.state() == InfusionState.PAUSED;
  }

  private boolean isDriven() {
    PumpState state = pump.reading().state;
    return state == PumpState.PROGRAMMING
        || state == PumpState.STARTING
        || state == PumpState.RUNNING;
  }

  /** How long an order has been open without a page; at most what matters. */
  private long unseenNs() {
    return Math.min(nowNs - seenNs, 30 * S);
  }

  /** The longest that the pump was driven without a page, at the end of a cycle. */
  long longestUnseenNs() {
    return longestUnseenNs;
  }

  /** Time passes in cycles of 100 ms; the pump does what it was told, and is heard if it can be. */
  void pass(long durationNs) {
    long step = 100 * MS;
    for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
      nowNs += step;
      pump.pass(step, nowNs);
      station.beat();
      step();
    }
  }

  /** The loop slept: deadlines are skipped, the pump goes on. */
  void sleep(long durationNs) {
    nowNs += durationNs;
    pump.pass(durationNs, nowNs);
    cycle.skipped(durationNs / MS, durationNs);
    run();
  }

  /** Three phases in 65 s: bolus, maintenance, taper. */
  static Order goodOrder() {
    return order(10_000_000);
  }

  /** The same with too little loaded. */
  static Order badOrder() {
    return order(1_000_000);
  }

  private static Order order(long loadedNl) {
    DrugEntry drug = requireNonNull(LIBRARY.drugOfProtocol("DEMO-STEPS"));
    return new Order(
        LIBRARY.hash(),
        drug.id(),
        "DEMO-STEPS",
        Patient.ofWeight(70_000),
        WeightBasis.ACTUAL,
        requireNonNull(drug.protocol("DEMO-STEPS")).phases(),
        1_000_000,
        "BD-PLASTIPAK-50",
        loadedNl,
        List.of(),
        false,
        List.of(),
        "rn-1",
        "");
  }

  /** Asks what the device would do to fill the line. */
  void askToPrime(long volumeNl) {
    var request = new PrimingRequest(LIBRARY.hash(), "BD-PLASTIPAK-50", volumeNl);
    station.send(nowNs, header -> new StationCommand.ProposePriming(header, request));
    run();
  }

  /** Whether a priming that was read back may still be started. */
  private boolean primingIsInForce() {
    return read(read(cycle, "priming"), "offered") != null;
  }

  private static @Nullable Object read(@Nullable Object from, String name) {
    try {
      Field field = requireNonNull(from).getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a proposal and runs until it was looked ahead over. */
  void propose(Order order) {
    beginProposal(order);
    awaitProposal();
  }

  /** Sends a proposal: a cycle later it is being looked ahead over, if it was taken. */
  void beginProposal(Order order) {
    station.send(nowNs, header -> new StationCommand.Propose(header, order));
    run();
  }

  /**
   * Sends a change of one phase and runs until it was looked ahead over.
   *
   * @param percent of what was first ordered of it, in the same time
   */
  void proposeChange(int phase, long percent) {
    List<OrderPhase> first = goodOrder().phases();
    List<OrderPhase> rest = new ArrayList<>(first.subList(Math.min(phase, 2), first.size()));
    OrderPhase present = rest.getFirst();
    rest.set(
        0,
        new OrderPhase(
            present.kind(),
            present.unit(),
            present.amountNg() * percent / 100,
            present.durationS()));
    var change = new OrderChange(rest, false, List.of(), "rn-1", "");
    long orderNonce = snapshot().orderNonce;
    station.send(
        nowNs, header -> new StationCommand.ProposeChange(header, orderNonce, phase, change));
    run();
    awaitProposal();
  }

  /** The present phase, counted from 0. */
  int phase() {
    return (int) snapshot().phase;
  }

  /** The read-back in force, as the executor has it. */
  @Nullable ReadBack inForce() {
    try {
      Field field = ControlCycle.class.getDeclaredField("infusion");
      field.setAccessible(true);
      return ((Infusion) field.get(cycle)).readBack();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a proposal was taken and neither read back nor refused yet. */
  boolean proposalIsOpen() {
    return station.proposalIsOpen();
  }

  /** Runs until it is, some tens of milliseconds; a full ring keeps the answer for good. */
  void awaitProposal() {
    for (int i = 0; i < LONGEST_LOOK_AHEAD && proposalIsOpen(); i++) {
      run();
    }
    station.forgetProposal();
  }

  /**
   * Replaces what is predicted of the shown order by a prediction that reaches its ceiling with the
   * first drug. No order is permitted that does so by itself, so it has to be planted.
   */
  void plantCeiling() {
    var low = new PlasmaConcentration(1);
    var reached =
        new PredictedConcentrations(
            List.of(PkModel.FANTA_2015_ESKETAMINE),
            new Covariates(new BodyWeight(70_000)),
            new ConcentrationCeiling(low, low));
    try {
      Field field = ControlCycle.class.getDeclaredField("concentrations");
      field.setAccessible(true);
      Object watch = field.get(cycle);
      Method begin =
          watch
              .getClass()
              .getDeclaredMethod("begin", PredictedConcentrations.class, long.class, long.class);
      begin.setAccessible(true);
      begin.invoke(watch, reached, 1_000_000, nowNs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  AnyPump pump() {
    return pump;
  }

  AnyInputs inputs() {
    return inputs;
  }

  AnyStation station() {
    return station;
  }

  StatusSnapshot snapshot() {
    return station.snapshot();
  }

  InfusionState state() {
    return cycle.state();
  }

  /** The order whose delivery the pump's truth is of; 0 before the first. */
  long ranNonce() {
    return ranNonce;
  }

  long nowNs() {
    return nowNs;
  }

  @Nullable ReadBack shown() {
    return station.shown();
  }

  /**
   * Everything that decides what may follow; equal keys, equal futures. A page may come and go at
   * any time, and acts on an open order alone. What the sensors say counts where an order may begin
   * or go on: while one runs they stop it, else nobody judges them.
   */
  String key() {
    StatusSnapshot now = snapshot();
    PumpReading reading = pump.reading();
    return now.state
        + " "
        + now.reason
        + " "
        + reading.state
        + " "
        + reading.fault
        + (reading.finished ? " finished" : "")
        + (reading.mayMove ? " mayMove" : "")
        + (reading.counterKnown ? " counted" : "")
        + (reading.runWrittenNs != 0 ? " ran" : "")
        + (pump.moving() ? " moving" : "")
        + (pump.stopWanted() ? " stopWanted" : "")
        + (now.state == InfusionState.READY || now.state == InfusionState.PAUSED
            ? pump.sensors().effect()
            : "")
        + " phase "
        + now.phase
        + " "
        + share(now.atLeastNl, now.orderNl)
        + share(now.atMostNl, now.orderNl)
        + share(pump.truthNl(), now.orderNl)
        + (now.orderNonce == 0 ? " none" : " order")
        + shownText(now)
        + (now.changing == 0 ? "" : " changing")
        + " primed "
        + share(now.primedAtLeastNl, now.primingNl)
        + share(now.primedAtMostNl, now.primingNl)
        + share(now.primingNl == 0 ? 0 : pump.truthNl(), now.primingNl)
        + (primingIsInForce() ? " offered" : "")
        + alarms(now)
        + (proposalIsOpen() ? " reading" : "")
        + (station.alive() ? "" : " silent")
        + (station.watched() || !isOpen() ? "" : " unseen" + unseenText(now))
        + (station.full() ? " full" : "");
  }

  /** A page that is away from a paused order matters once it is gone. */
  private String unseenText(StatusSnapshot now) {
    long tens = unseenNs() / (10 * S);
    return now.state == InfusionState.INFUSING || tens == 3 ? " " + tens : "";
  }

  /** What could be confirmed: the order itself, or a change of it to more or less. */
  private String shownText(StatusSnapshot now) {
    ReadBack shown = station.shown();
    boolean open = now.state == InfusionState.READY || isOpen();
    if (!open || shown == null || shown.refused() || shown.orderNonce() != now.orderNonce) {
      return "";
    }
    if (!shown.progress().isChange()) {
      return " shown";
    }
    boolean underWay = now.state == InfusionState.INFUSING || now.state == InfusionState.PAUSED;
    boolean passed = shown.progress().phase() != now.phase;
    return passed || !underWay ? "" : shown.volumeNl() < now.orderNl ? " to less" : " to more";
  }

  /** Which kinds of condition are present and which only latched: one of a kind acts as another. */
  private static String alarms(StatusSnapshot now) {
    StringBuilder kinds = new StringBuilder();
    for (AlarmCondition.Effect effect : AlarmCondition.Effect.values()) {
      long bits = 0;
      for (AlarmCondition condition : AlarmCondition.values()) {
        bits |= condition.effect() == effect ? condition.bit() : 0;
      }
      boolean present = effect != AlarmCondition.Effect.NONE && (now.alarmPresentBits & bits) != 0;
      boolean active = effect != AlarmCondition.Effect.NONE && (now.alarmBits & bits) != 0;
      kinds.append(present ? " present " + effect : active ? " latched " + effect : "");
    }
    return kinds.toString();
  }

  /** Nothing, part or all, of the whole. */
  private static char share(long part, long whole) {
    return part == 0 ? '0' : part < whole ? '+' : '=';
  }
}
