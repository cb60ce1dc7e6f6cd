package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * A delivery that falls behind its order raises an alarm: while the device says that it infuses and
 * tells of nothing, what is pushed out lags behind by less than 50 µL, 2 % and 3 s of flow, of
 * which the pump needs some to start.
 */
public final class NoSilentShortfall extends Oracle {

  private static final long S = 1_000_000_000;
  private static final long LOOK_NS = S;

  /** So that what ran well for hours does not hide what runs badly now. */
  private static final long WINDOW_NS = 600 * S;

  private static final long START_NS = 3 * S;
  private static final long LEAST_NL = 50_000;
  private static final long SHARE = 50;
  private static final double NS_PER_H = 3.6e12;

  private final InForce inForce;
  private final Told told = new Told(Conditions.STOPPING);
  private long dueNs;
  private long sinceNs;
  private long sinceNl;
  private long phase;
  private boolean delivering;

  NoSilentShortfall(InForce inForce) {
    this.inForce = inForce;
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (said == null
        || !scene.executorUp
        || said.state != InfusionState.INFUSING
        || said.changing != 0
        || !inForce.isSettled()) {
      delivering = false;
      return;
    }
    if (!delivering || said.phase != phase || scene.nowNs - sinceNs > WINDOW_NS) {
      begin(scene, said);
    } else if (scene.nowNs >= dueNs) {
      dueNs = scene.nowNs + LOOK_NS;
      judge(scene, said);
    }
  }

  private void begin(Scene scene, StatusSnapshot said) {
    delivering = true;
    told.begins(said.executorBootId, said.alarmBits);
    phase = said.phase;
    sinceNs = scene.nowNs;
    sinceNl = scene.pushedNl + scene.slippedNl;
  }

  private void judge(Scene scene, StatusSnapshot said) {
    double nlPerNs = inForce.lowestRateNlPerH((int) phase) / NS_PER_H;
    long dueNl = (long) (nlPerNs * (scene.nowNs - sinceNs));
    long givenNl = scene.pushedNl + scene.slippedNl - sinceNl;
    long toleratedNl = LEAST_NL + dueNl / SHARE + (long) (nlPerNs * START_NS);
    if (givenNl < dueNl - toleratedNl && !told.by(said)) {
      broken(scene, "gave " + givenNl + " nL of " + dueNl + " that were due, and raises no alarm");
    }
  }
}
