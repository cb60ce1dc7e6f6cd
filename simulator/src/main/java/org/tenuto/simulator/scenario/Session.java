package org.tenuto.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.DrugEntry;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.RecordStorage;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.boundary.VirtualClock;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.FaultSchedule;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.oracle.Oracles;
import org.tenuto.simulator.oracle.Scene;
import org.tenuto.simulator.oracle.Violation;
import org.tenuto.simulator.virtual.Load;
import org.tenuto.simulator.virtual.VirtualDevice;
import org.tenuto.simulator.virtual.WireTap;

/**
 * One session from power-up to its end, in virtual time: device, world, staff, faults and oracles,
 * a millisecond at a time, in one thread. Runs once.
 */
public final class Session implements FaultListener {

  private static final long MS = ControlLoop.PERIOD_NS;
  private static final long S = 1_000_000_000;
  private static final long START_NS = 5 * S;

  /** 2026-07-01. */
  private static final long START_WALL_MS = 1_782_864_000_000L;

  private static final double PG_PER_NG = 1_000;
  private static final long ATTENTION_NS = S / 10;
  private static final long LINE_NS = 60 * S;

  /** After the end: what is still under way comes to rest. */
  private static final long REST_NS = 6 * S;

  private final SessionPlan plan;
  private final Trace trace;
  private final PresentFaults present = new PresentFaults();
  private final VirtualClock clock = new VirtualClock(START_NS, START_WALL_MS, present);
  private final Tripwire tripwire;
  private final VirtualDevice device;
  private final Staff staff;
  private final FaultSchedule schedule;
  private final Scene scene = new Scene();
  private final Oracles oracles;
  private long attentionNs;
  private boolean broken;
  private long lineNs;
  private long infusingNs;

  /**
   * Sets it up.
   *
   * @param site what all sessions share
   * @param tripwire counts what is asked of the edges, and may fail one of it
   * @param trace takes what happens
   */
  public Session(Site site, SessionPlan plan, Tripwire tripwire, Trace trace) {
    this.plan = plan;
    this.trace = trace;
    this.tripwire = tripwire;
    var random = new SplittableRandom(plan.seed());
    device =
        new VirtualDevice(
            site.device(), load(plan), clock, present, random.split(), tripwire, this::heard);
    staff =
        new Staff(
            plan.wish(),
            plan.habits(),
            site.library(),
            present,
            this::happened,
            words -> note("staff", words),
            device::restartStation);
    oracles = new Oracles(device.microstepNl(), hardNgPerMl(site, plan.wish()));
    schedule = new FaultSchedule(plan.faults(), present, this, clock, device, staff.slips());
  }

  private static Load load(SessionPlan plan) {
    long widerUm =
        plan.faults().faults().stream()
            .filter(fault -> fault.kind() == FaultKind.WRONG_BRAND)
            .mapToLong(Fault::size)
            .findFirst()
            .orElse(0);
    return new Load(plan.sensing(), widerUm);
  }

  private static double hardNgPerMl(Site site, Wish wish) {
    DrugEntry drug = Objects.requireNonNull(site.library().drug(wish.drugId()));
    return drug.ceiling().hard().pgPerMl() / PG_PER_NG;
  }

  /** Somebody hears what reaches the broker, from the beginning if asked before {@link #run}. */
  public void heardBy(WireTap wire) {
    device.heardBy(wire);
  }

  /** Runs it to its end. */
  public SessionResult run() {
    long limitNs = START_NS + plan.limitNs();
    long restNs = 0;
    while (clock.nowNs() < limitNs && !broken && restNs < REST_NS) {
      step();
      boolean over = staff.outcome() != null && schedule.isOver() && !scene.moving;
      restNs = over ? restNs + MS : 0;
    }
    return result();
  }

  /** The record the device kept, as who comes later finds it. */
  public RecordStorage record() {
    return device.record();
  }

  private void step() {
    clock.advance(MS);
    long nowNs = clock.nowNs();
    schedule.advance(nowNs - START_NS);
    device.step(nowNs);
    if (nowNs >= attentionNs) {
      attentionNs = nowNs + ATTENTION_NS;
      broken = oracles.anyBroken();
      staff.step(device.stationInUse(), nowNs);
    }
    device.fill(scene);
    scene.pageOpen = staff.pageOpen();
    oracles.look(scene);
    StatusSnapshot said = scene.said;
    if (scene.executorUp && said != null && said.state == InfusionState.INFUSING) {
      infusingNs += MS;
    }
    if (nowNs >= lineNs) {
      lineNs = nowNs + LINE_NS;
      tell(said);
    }
  }

  /** Once a minute: where it stands. */
  private void tell(@Nullable StatusSnapshot said) {
    if (said != null) {
      note(
          "world",
          "pushed "
              + scene.pushedNl
              + " nL, the device says "
              + said.state
              + " "
              + said.atLeastNl
              + ".."
              + said.atMostNl
              + " nL, cycle "
              + said.cycle);
    }
  }

  private SessionResult result() {
    long operations = tripwire.operations(); // judging reads the record too
    List<Violation> violations = new ArrayList<>(oracles.violations());
    String outcome = staff.outcome();
    if (outcome == null) {
      outcome = "OPEN " + (scene.said == null ? "" : scene.said.state) + " " + staff.lastRefusal();
      if (plan.budget().mustEnd() && violations.isEmpty()) {
        violations.add(
            new Violation(
                "EndsOrSaysWhy",
                clock.nowNs(),
                "the order neither came to its end nor said why it can't: " + outcome));
      }
    }
    if (violations.isEmpty()) {
      device.judgeRecord(clock.nowNs(), violations::add);
    }
    violations.forEach(found -> note("oracle", found.oracle() + ": " + found.text()));
    note("world", "ends: " + outcome + ", pushed " + scene.pushedNl + " nL");
    return new SessionResult(
        plan,
        outcome,
        violations,
        clock.nowNs() - START_NS,
        infusingNs,
        scene.pushedNl,
        operations,
        trace.end());
  }

  private void happened(Happening happening) {
    oracles.happened(happening, scene);
    device.happened(happening);
  }

  private void heard(ExecutorEvent event) {
    note("executor", EventText.of(event));
  }

  private void note(String who, String what) {
    trace.add(clock.nowNs() - START_NS, who, what);
  }

  @Override
  public void begins(Fault fault) {
    note("fault", fault.text());
    if (fault.kind() == FaultKind.PANEL_STOP && device.hearsButtons()) {
      happened(new Happening.Halted());
    }
  }

  @Override
  public void ends(Fault fault) {
    note("fault", "over: " + fault.text());
  }
}
