package org.tenuto.simulator.oracle;

import java.util.List;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * Whatever dies or is decided, the plunger rests: 2 s after the executor, the line or the pump's
 * power is gone, after Stop or Pause, after the e-stop is open or can't be read, or after the disk
 * refused the record; 5 s after the station is gone; 33 s after the last page; and never more flows
 * in that time than the highest rate ordered gives.
 */
public final class PlungerRests extends Oracle {

  private static final long S = 1_000_000_000;
  private static final long CONTROL_NS = 2 * S;
  private static final long STATION_NS = 5 * S;
  private static final long PAGE_NS = 33 * S;

  /** A start on its way when Stop is pressed may still turn the motor for a moment. */
  private static final long UNDER_WAY_NS = S;

  /** One microstep may be under way, and the pump looks at its watchdog once a millisecond. */
  private static final long SLACK_NL = 1_000;

  private static final long MS_PER_H = 3_600_000;
  private static final long NS_PER_MS = 1_000_000;

  private final InForce inForce;
  private final Cause control = new Cause("nobody controls it", CONTROL_NS);
  private final Cause key = new Cause("Stop or Pause was pressed", CONTROL_NS);
  private final Cause eStop = new Cause("the e-stop is open or can't be read", CONTROL_NS);
  private final Cause disk = new Cause("the disk refused the record", CONTROL_NS);
  private final Cause station = new Cause("the station is gone", STATION_NS);
  private final Cause page = new Cause("no page shows it", PAGE_NS);
  private final List<Cause> causes = List.of(control, key, eStop, disk, station, page);
  private boolean halted;
  private long haltedNs;
  private long lookedNs;
  private long lookedNl;

  PlungerRests(InForce inForce) {
    this.inForce = inForce;
  }

  /**
   * Something that is to bring the plunger to rest. Short rests do not begin its time anew: all
   * motion counts until the cause is gone.
   */
  private final class Cause {
    private final String why;
    private final long limitNs;
    private long movedNs;
    private long sinceNl;
    private boolean was;

    Cause(String why, long limitNs) {
      this.why = why;
      this.limitNs = limitNs;
    }

    void beginAnew() {
      movedNs = 0;
      sinceNl = lookedNl;
    }

    void look(Scene scene, boolean there) {
      if (there && !was) {
        beginAnew();
      }
      was = there;
      if (there) {
        judge(scene);
      }
    }

    private void judge(Scene scene) {
      movedNs += scene.moving ? scene.nowNs - lookedNs : 0;
      if (movedNs > limitNs) {
        broken(scene, why + " and the plunger moves for " + movedNs / NS_PER_MS + " ms");
      }
      long givenNl = scene.pushedNl - sinceNl;
      // Also within the time: a burst gives more than the rate does.
      if (givenNl > SLACK_NL && givenNl > mostNl(limitNs)) {
        broken(scene, why + " and " + givenNl + " nL were pushed out since");
      }
    }
  }

  @Override
  public void happened(Happening happening, Scene scene) {
    switch (happening) {
      case Happening.Halted _ -> {
        halted = true;
        haltedNs = scene.nowNs;
      }
      case Happening.Started _, Happening.Resumed _, Happening.PrimingStarted _ -> {
        halted &= scene.moving;
        if (!scene.moving) {
          causes.forEach(Cause::beginAnew);
        }
      }
      default -> {
        // Stops nothing and starts nothing.
      }
    }
  }

  @Override
  public void look(Scene scene) {
    halted &= scene.moving || scene.nowNs - haltedNs < UNDER_WAY_NS;
    control.look(scene, !isControlled(scene));
    key.look(scene, halted);
    eStop.look(scene, scene.eStopOpen || scene.panelLost);
    disk.look(scene, scene.recordRefused);
    station.look(scene, !scene.stationUp);
    page.look(scene, !scene.pageOpen && !isPriming(scene));
    lookedNs = scene.nowNs;
    lookedNl = scene.pushedNl;
  }

  private static boolean isControlled(Scene scene) {
    StatusSnapshot said = scene.said;
    return scene.executorUp
        && scene.lineUp
        && scene.pumpUp
        && said != null
        && (said.state == InfusionState.INFUSING || said.state == InfusionState.PRIMING);
  }

  /** A priming takes a minute at most and asks for no page. */
  private static boolean isPriming(Scene scene) {
    return scene.said != null && scene.said.state == InfusionState.PRIMING;
  }

  private long mostNl(long limitNs) {
    return inForce.highestRateNlPerH() * (limitNs / NS_PER_MS) / MS_PER_H + SLACK_NL;
  }
}
