package org.tenuto.simulator.virtual;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.journal.RecordStorage;
import org.tenuto.link.LinkMemory;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.boundary.VirtualClock;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.firmware.StepperMotor;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.oracle.Scene;
import org.tenuto.simulator.oracle.Violation;
import org.tenuto.simulator.record.Ending;
import org.tenuto.simulator.record.RecordJudge;
import org.tenuto.web.LiveView;

/**
 * The whole device: executor, station, link, pump and what it pushes, each the real thing on
 * modelled edges, stepped together. Its processes die and come back as the faults say.
 */
public final class VirtualDevice implements FaultListener {

  private static final int BD_PLASTIPAK_50_UM = 26_600;
  private static final long VIEW_NS = 500_000_000;

  /** A station that died by itself, or could not start, is started again. */
  private static final long RESTART_NS = 5_000_000_000L;

  private final DeviceParts parts;
  private final VirtualClock clock;
  private final PresentFaults present;
  private final SplittableRandom random;
  private final EventTap tap;
  private final Tripwire tripwire;

  private final Surroundings surroundings;
  private final PumpSite pump;
  private final PanelUnit buttons;
  private final StationSite stationSite;
  private final RecordJudge judge;
  private final Vein vein;

  private LinkMemory link = new LinkMemory();
  private HeardPanel panel = new HeardPanel();
  private @Nullable ExecutorProcess executor;
  private @Nullable StationProcess station;
  private boolean executorRan;
  private boolean stationRan;
  private long viewDueNs;
  private long restartDueNs;
  private boolean stationAlarm;
  private boolean recordAlarm;
  private long keptSinceNs = Ending.NEVER;
  private long eventsLost;
  private @Nullable Fault boardOff;
  private long powerDueNs;

  /**
   * Everything is switched on.
   *
   * @param load what kind of pump it is, and what is loaded
   * @param random of this device's boot ids, nonces and of what happens to single bytes
   * @param tap hears the executor's events
   */
  public VirtualDevice(
      DeviceParts parts,
      Load load,
      VirtualClock clock,
      PresentFaults present,
      SplittableRandom random,
      Tripwire tripwire,
      EventTap tap) {
    this.parts = parts;
    this.clock = clock;
    this.present = present;
    this.random = random;
    this.tripwire = tripwire;
    SplittableRandom ofLine = random.split();
    boolean stepper = parts.pump() == PumpKind.STEPPER;
    surroundings =
        new Surroundings(
            stepper ? StepperMotor.USUAL.microstepPm() : PumpModel.NE1000.microstepPm(),
            BD_PLASTIPAK_50_UM,
            BD_PLASTIPAK_50_UM + load.widerUm(),
            load.sensing(),
            present,
            random.split(),
            clock.nowNs());
    buttons = new PanelUnit(present);
    pump =
        stepper
            ? new StepperSite(surroundings, present, clock.nowNs())
            : new SerialSite(surroundings, present, ofLine, tripwire, clock.nowNs());
    stationSite = new StationSite(parts.library(), clock, present, random.split(), tripwire);
    judge = stationSite.judge();
    vein = new Vein(parts.library());
    this.tap = judged(tap);
    boot();
  }

  /** Whoever listens, and the judge of the record. */
  private EventTap judged(EventTap listener) {
    return new EventTap() {
      @Override
      public void heard(ExecutorEvent event) {
        judge.heard(event);
        listener.heard(event);
      }

      @Override
      public void lost(ExecutorEvent event) {
        eventsLost++;
        judge.lost(event);
        listener.lost(event);
      }
    };
  }

  /** Staff did something. */
  public void happened(Happening happening) {
    judge.happened(happening);
    switch (happening) {
      case Happening.Started(var order, long _) ->
          vein.started(order, surroundings.pushedNl(), clock.nowNs());
      case Happening.PrimingStarted _ -> vein.leave();
      default -> {
        // Nothing that the vein feels.
      }
    }
  }

  /** Somebody hears what reaches the broker. */
  public void heardBy(WireTap wire) {
    stationSite.heardBy(wire);
  }

  /** Volume of one microstep in the syringe, rounded up, nL. */
  public long microstepNl() {
    return (long) Math.ceil(surroundings.stepNl());
  }

  /** One millisecond of everything. */
  public void step(long nowNs) {
    pump.step(nowNs);
    surroundings.step(nowNs);
    runExecutor(nowNs);
    runStation(nowNs);
    long pushedNl = surroundings.pushedNl();
    vein.step(nowNs, pushedNl);
    judge.look(nowNs, pushedNl, surroundings.slippedNl());
  }

  private void runExecutor(long nowNs) {
    ExecutorProcess running = executor;
    executorRan = running != null && !present.has(FaultKind.EXECUTOR_STALL);
    if (running != null && executorRan) {
      running.run(nowNs, clock.wallMs());
    }
  }

  private void runStation(long nowNs) {
    stationSite.advance(nowNs);
    StationProcess running = station;
    stationRan = running != null && !present.has(FaultKind.STATION_STALL);
    if (running != null && stationRan) {
      running.step(nowNs);
      if (running.hasDied()) {
        station = null;
        stationRan = false;
        restartDueNs = nowNs + RESTART_NS;
      }
    } else if (running == null && nowNs >= restartDueNs) {
      boot();
    }
    losePowerIfDue(nowNs);
    StationProcess left = stationInUse();
    if (left == null || !left.keepsRecord(nowNs)) {
      keptSinceNs = Ending.NEVER;
    } else if (keptSinceNs == Ending.NEVER) {
      keptSinceNs = nowNs;
    }
  }

  /** Where a write of the record took the board's power with it: it is back after a while. */
  private void losePowerIfDue(long nowNs) {
    Fault off = boardOff;
    if (off == null && stationSite.takePowerLost()) {
      boardOff = Fault.parse("board-off@0s+5s");
      powerDueNs = nowNs + RESTART_NS;
      present.begins(boardOff);
      begins(boardOff);
    } else if (off != null && nowNs >= powerDueNs) {
      boardOff = null;
      present.ends(off);
      ends(off);
    }
  }

  /** Whether somebody who presses Stop at the device is heard. */
  public boolean hearsButtons() {
    return executor != null && !buttons.faulty();
  }

  /** Somebody starts the station anew. */
  public void restartStation() {
    station = null;
    stationRan = false;
    boot();
  }

  /** The station as staff can use it now; null while it is dead or stalled. */
  public @Nullable StationProcess stationInUse() {
    return stationRan ? station : null;
  }

  /** Says what is true and what can be seen and heard; all but the page. */
  public void fill(Scene scene) {
    scene.nowNs = clock.nowNs();
    scene.pushedNl = surroundings.pushedNl();
    scene.moving = pump.turning();
    scene.rotorFree = pump.rotorFree();
    scene.slippedNl = surroundings.slippedNl();
    scene.executorUp = executorRan;
    scene.stationUp = stationRan;
    scene.lineUp = pump.lineUp();
    scene.pumpUp = pump.isWell();
    ExecutorProcess running = executor;
    if (running != null) {
      scene.said = running.said();
      scene.sounding = panel.sounding();
    }
    scene.recordRefused = stationSite.recordRefused();
    scene.eStopOpen = buttons.isOpen();
    scene.panelLost = buttons.faulty();
    scene.wallMs = clock.wallMs();
    scene.eventsLost = eventsLost;
    vein.fill(scene);
    lookAtPage(scene);
  }

  /** What the page tells of an executor that is gone or a record: looked at twice a second. */
  private void lookAtPage(Scene scene) {
    StationProcess running = station;
    boolean trouble = !scene.executorUp || scene.recordRefused;
    if (!trouble || !scene.stationUp || running == null) {
      stationAlarm = false;
      recordAlarm = false;
    } else if (scene.nowNs >= viewDueNs) {
      viewDueNs = scene.nowNs + VIEW_NS;
      LiveView view = running.live();
      stationAlarm = !view.executor().alive();
      recordAlarm = view.alarms().stream().anyMatch(alarm -> alarm.id().equals("RECORD_FAILED"));
    }
    scene.stationAlarm = stationAlarm;
    scene.recordAlarm = recordAlarm;
  }

  /** The record its stations keep, to be read from outside. */
  public RecordStorage record() {
    return stationSite.record();
  }

  /** Judges the record, and what was published of it, when all is over. */
  public void judgeRecord(long nowNs, Consumer<Violation> found) {
    ExecutorProcess running = executor;
    long alive = running != null && executorRan ? running.bootId() : 0;
    judge.judge(stationSite.ending(nowNs, alive, keptSinceNs), found);
  }

  @Override
  public void begins(Fault fault) {
    pump.begins(fault);
    buttons.begins(fault);
    surroundings.begins(fault);
    changed(fault.kind());
  }

  @Override
  public void ends(Fault fault) {
    pump.ends(fault);
    surroundings.ends(fault);
    changed(fault.kind());
  }

  private void changed(FaultKind kind) {
    if (kind == FaultKind.BOARD_OFF && present.has(FaultKind.BOARD_OFF)) {
      link = new LinkMemory(); // it was in the board's memory
      stationSite.powerCut();
    }
    boot();
  }

  /** Lets die what is to be dead, and boots what is to live and does not. */
  private void boot() {
    boolean board = !present.has(FaultKind.BOARD_OFF);
    if (!board || present.has(FaultKind.EXECUTOR_KILLED)) {
      executor = null;
      pump.letGo();
    } else if (executor == null) {
      executor = bootExecutor();
    }
    if (!board || present.has(FaultKind.STATION_KILLED)) {
      station = null;
    } else if (station == null) {
      station = stationSite.boot(link, bootId());
      restartDueNs = clock.nowNs() + RESTART_NS;
    }
  }

  private ExecutorProcess bootExecutor() {
    panel = new HeardPanel();
    buttons.open();
    SplittableRandom nonces = random.split();
    return new ExecutorProcess(
        bootId(),
        parts.library().hash(),
        parts.review(),
        parts.thresholds(),
        trace -> surroundings.sensed(pump.boot(trace)),
        parts.pump(),
        link,
        panel,
        buttons,
        () -> nonces.nextLong(1, Long.MAX_VALUE),
        tap);
  }

  private long bootId() {
    return random.nextLong(1, Long.MAX_VALUE);
  }

  /** What is asked of the edges so far. */
  public long operations() {
    return tripwire.operations();
  }
}
