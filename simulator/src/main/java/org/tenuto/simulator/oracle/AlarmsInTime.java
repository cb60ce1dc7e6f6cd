package org.tenuto.simulator.oracle;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * What staff must know of is told in the time its table states: what keeps a moving plunger from
 * being controlled or from moving, an e-stop that is open or can't be read, a station or a page that
 * is gone, the end that is near, a clock that was set, an event that was lost; and by the station,
 * within 2 s, that the executor is gone or the record can't be kept.
 */
public final class AlarmsInTime extends Oracle {

  private static final long MS = 1_000_000;

  /** The station tells within 500 ms by its note, to a page that looks once a second. */
  private static final long STATION_NS = 2_000 * MS;

  /** A wall clock that parts from the monotonic one by more than this at once was set. */
  private static final long STEP_NS = 3_000 * MS;

  /** What the device goes by is rounded and may lag: before this, it need not be near. */
  private static final long NEAR_NS = 170_000 * MS;

  /** And the counter's digits, at the rate they flow. */
  private static final long NEAR_NL = 20_000;

  /** That little is left is known when the pump has confirmed that it runs. */
  private static final long CONFIRMED_NS = 2_000 * MS;

  private static final long NEAR_LOOK_NS = 100 * MS;
  private static final double NS_PER_H = 3.6e12;

  private final InForce inForce;
  private final Alarm line = new Alarm("line or pump silent", Conditions.OF_PUMP, 1_100);
  // One reading's period, and the next microstep at 1 mL/h.
  private final Alarm rotor = new Alarm("motor blocked", Conditions.OF_PUMP, 1_100);
  private final Alarm station = new Alarm("station gone", AlarmCondition.STATION_SILENT);
  private final Alarm eStop = new Alarm("e-stop open", AlarmCondition.E_STOP_OPEN);
  private final Alarm panel = new Alarm("panel lost", AlarmCondition.PANEL_LOST);
  private final Alarm unseen = new Alarm("no page", AlarmCondition.PAGE_UNSEEN);
  private final Alarm gone = new Alarm("no page", AlarmCondition.PAGE_GONE);
  private final Alarm clock = new Alarm("clock set", AlarmCondition.CLOCK_STEPPED);
  private final Alarm events = new Alarm("event lost", AlarmCondition.EVENTS_LOST);
  private final Alarm near =
      new Alarm(
          "near completion", AlarmCondition.NEAR_COMPLETION.bit(), CONFIRMED_NS / MS);
  private final Untold executor = new Untold("executor gone", STATION_NS);
  private final Untold disk = new Untold("disk refused the record", STATION_NS);
  private long wallMs;
  private long lookedNs;
  private boolean clockSet;
  private long eventsLost;
  private boolean eventLost;
  private boolean wasUp;

  /** As of the millisecond before. */
  private long bootId;

  private long bits;
  private boolean isNear;
  private long nearDueNs;

  AlarmsInTime(InForce inForce) {
    this.inForce = inForce;
  }

  /** A cause the executor has to tell, by one of some conditions. */
  private final class Alarm {
    private final Told told;
    private final Untold cause;
    private boolean was;

    Alarm(String cause, AlarmCondition by) {
      this(cause, by.bit(), by.latencyMs());
    }

    Alarm(String cause, long by, long latencyMs) {
      this.cause = new Untold(cause, latencyMs * MS);
      told = new Told(by);
    }

    /** Looks; whether it is there and still to be told. */
    boolean look(Scene scene, StatusSnapshot said, boolean present) {
      if (!present && !was) {
        return false;
      }
      if (!was) {
        told.begins(bootId, bits);
      }
      was = present;
      if (cause.look(present, present && told.by(said), scene.nowNs)) {
        broken(scene, cause.text());
      }
      return cause.isThere();
    }
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (said == null) {
      return;
    }
    boolean up = scene.executorUp;
    boolean open = said.state == InfusionState.INFUSING || said.state == InfusionState.PAUSED;
    lookAtPump(scene, said, up);
    station.look(scene, said, up && !scene.stationUp && (open || scene.saysMoving()));
    eStop.look(scene, said, up && scene.eStopOpen && !scene.panelLost);
    panel.look(scene, said, up && scene.panelLost);
    unseen.look(scene, said, up && open && !scene.pageOpen);
    gone.look(scene, said, up && open && !scene.pageOpen);
    near.look(scene, said, up && scene.moving && isNear(scene, said));
    lookAtClock(scene, said, up);
    lookAtEvents(scene, said, up && (open || scene.saysMoving()));
    lookAtStation(scene, up);
    wasUp = up;
    bootId = said.executorBootId;
    bits = said.alarmBits;
  }

  private void lookAtPump(Scene scene, StatusSnapshot said, boolean up) {
    boolean deaf = !scene.lineUp || !scene.pumpUp;
    boolean begins = scene.moving || scene.saysMoving() || line.cause.isThere();
    line.look(scene, said, up && deaf && begins);
    boolean turns = scene.moving || rotor.cause.isThere();
    rotor.look(scene, said, up && !deaf && !scene.rotorFree && turns);
  }

  /** Worked out ten times a second. */
  private boolean isNear(Scene scene, StatusSnapshot said) {
    if (scene.nowNs >= nearDueNs) {
      nearDueNs = scene.nowNs + NEAR_LOOK_NS;
      isNear = littleIsLeft(scene, said);
    }
    return isNear;
  }

  private boolean littleIsLeft(Scene scene, StatusSnapshot said) {
    if (said.state != InfusionState.INFUSING || said.changing != 0 || !inForce.isSettled()) {
      return false;
    }
    long slackNs = (long) (NEAR_NL * NS_PER_H / Math.max(1, inForce.lowestRateNlPerH(0)));
    return inForce.leftNs(scene.pushedNl - inForce.baseNl()) < NEAR_NS - slackNs;
  }

  /** It tells that it was set, not that it is wrong: the cause is there until it is told. */
  private void lookAtClock(Scene scene, StatusSnapshot said, boolean up) {
    long partedNs = (scene.wallMs - wallMs) * MS - (scene.nowNs - lookedNs);
    clockSet = up && wasUp && (clockSet || Math.abs(partedNs) > STEP_NS);
    wallMs = scene.wallMs;
    lookedNs = scene.nowNs;
    // One that is latched already need not be raised again.
    clockSet &= (said.alarmBits & AlarmCondition.CLOCK_STEPPED.bit()) == 0;
    clock.look(scene, said, clockSet);
  }

  private void lookAtEvents(Scene scene, StatusSnapshot said, boolean open) {
    eventLost = open && (eventLost || scene.eventsLost > eventsLost);
    eventsLost = scene.eventsLost;
    eventLost = events.look(scene, said, eventLost);
  }

  private void lookAtStation(Scene scene, boolean up) {
    if (executor.look(scene.stationUp && !up, scene.stationAlarm, scene.nowNs)) {
      broken(scene, executor.text());
    }
    if (disk.look(scene.stationUp && scene.recordRefused, scene.recordAlarm, scene.nowNs)) {
      broken(scene, disk.text());
    }
  }
}
