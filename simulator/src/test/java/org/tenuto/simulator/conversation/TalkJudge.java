package org.tenuto.simulator.conversation;

import static org.tenuto.simulator.conversation.Deadlines.MS;
import static org.tenuto.simulator.conversation.Deadlines.READING_NS;
import static org.tenuto.simulator.conversation.Deadlines.REST_NS;
import static org.tenuto.simulator.conversation.Deadlines.SLACK_NS;

import java.util.EnumMap;
import java.util.Map;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * Watches one conversation from outside: the plunger, the clock, what was written, and what the
 * driver says. One thread.
 */
final class TalkJudge implements FaultListener {

  private final TalkPlan plan;
  private final Plunger plunger;
  private final PresentFaults present;
  private final Map<FaultKind, Long> begun = new EnumMap<>(FaultKind.class);

  private PumpState state = PumpState.STOPPING;
  private long stateSinceNs;
  private long stopSinceNs = Long.MAX_VALUE;
  private long lostNs = Long.MIN_VALUE / 2;
  private long delayNs;
  private long nowNs;
  private long awakeSinceNs;
  private long attendedNs;
  private long stuckEndNs;
  private boolean known;
  private double beforeNl;
  private long permittedNl;
  private int programs;
  private int runs;
  private long unsettledSinceNs;
  private long longestRecoveryNs;
  private String violation = "";

  TalkJudge(TalkPlan plan, Plunger plunger, PresentFaults present, long nowNs) {
    this.plan = plan;
    this.plunger = plunger;
    this.present = present;
    this.nowNs = nowNs;
    stateSinceNs = nowNs;
    awakeSinceNs = nowNs;
    unsettledSinceNs = nowNs;
  }

  /** The first thing that must not be and was; empty if there was none. */
  String violation() {
    return violation;
  }

  long longestRecoveryNs() {
    return longestRecoveryNs;
  }

  @Override
  public void begins(Fault fault) {
    if (fault.kind() == FaultKind.SERIAL_DELAY) {
      delayNs = Math.max(delayNs, fault.size() * MS);
    }
    begun.put(fault.kind(), nowNs);
  }

  @Override
  public void ends(Fault fault) {
    begun.remove(fault.kind());
    if (fault.kind() == FaultKind.SERIAL_STUCK) {
      stuckEndNs = nowNs; // what waited until now feeds the pump's watchdog late
    }
  }

  /**
   * The host got no turn until now: what it did not see it could not tell, and time begins anew.
   */
  void stalled(long now) {
    stateSinceNs = now;
    begun.replaceAll((kind, since) -> now);
    nowNs = now;
    awakeSinceNs = now;
    unsettledSinceNs = now;
  }

  /** A millisecond has passed in which the host had no turn. */
  void unattended(long now) {
    nowNs = now;
    long sinceNs = now - Math.max(attendedNs, stuckEndNs);
    if (known && plunger.turning() && sinceNs > Deadlines.WATCHDOG_NS + delayNs + SLACK_NS) {
      violate("still turning " + (now - attendedNs) / MS + " ms after the host's last turn");
    }
  }

  /** A delivery is asked for: no more than this may move, from here on. */
  void permitted(long volumeNl) {
    permittedNl += volumeNl;
    programs++;
  }

  /** The driver wrote a frame. */
  void written(String text, PumpState in) {
    if (nowNs - lostNs < Deadlines.SILENCE_NS) {
      violate("'" + text + "' was written " + (nowNs - lostNs) / MS + " ms after contact was lost");
    }
    if (in == PumpState.STOPPING && !text.equals("STP")) {
      violate("'" + text + "' was written before the stop was confirmed");
    }
    if (text.equals("RUN") && ++runs > programs) {
      violate("RUN was written " + runs + " times for " + programs + " programs");
    }
  }

  /** A millisecond has passed. */
  void look(PumpReading reading, boolean faultsOver, long now) {
    nowNs = now;
    attendedNs = now;
    lookAtPlunger(reading);
    lookAtState(reading);
    if (reading.state == PumpState.RUNNING) {
      lookAtRunning(reading);
    }
    lookAtRecovery(reading, faultsOver);
  }

  private void lookAtPlunger(PumpReading reading) {
    if (plunger.turning() && !reading.mayMove) {
      violate("the motor turns and the driver says that it can't");
    }
    if (!known) {
      known = reading.state == PumpState.STOPPED;
      beforeNl = plunger.pushedNl();
      return;
    }
    if (plunger.pushedNl() - beforeNl > permittedNl) {
      violate("moved " + (plunger.pushedNl() - beforeNl) + " nL of " + permittedNl);
    }
    if (plunger.turning() && nowNs - stopSinceNs > REST_NS + delayNs + SLACK_NS) {
      violate("still turning " + (nowNs - stopSinceNs) / MS + " ms after it was to stop");
    }
  }

  private void lookAtState(PumpReading reading) {
    if (reading.state != state) {
      state = reading.state;
      stateSinceNs = nowNs;
      begun.remove(FaultKind.PUMP_RESET); // over at once, and noticed or before the program
      lostNs = state == PumpState.LOST ? nowNs : lostNs;
      boolean stopping = state == PumpState.STOPPING || state == PumpState.LOST;
      stopSinceNs = stopping ? Math.min(stopSinceNs, nowNs) : Long.MAX_VALUE;
    }
    if (state == PumpState.LOST && present.has(FaultKind.SERIAL_CUT)) {
      stateSinceNs = nowNs; // the rest counts from a line that is there
    }
    if (nowNs - stateSinceNs > Deadlines.inState(state)) {
      violate(state + " for " + (nowNs - stateSinceNs) / MS + " ms");
    }
  }

  private void lookAtRunning(PumpReading reading) {
    long sinceNs = Math.max(reading.counterNs, Math.max(stateSinceNs, awakeSinceNs));
    if (nowNs - sinceNs > READING_NS + SLACK_NS) {
      violate("running, and the reading is " + (nowNs - sinceNs) / MS + " ms old");
    }
    begun.forEach(
        (kind, atNs) -> {
          long fromNs = Math.max(atNs, awakeSinceNs);
          if (nowNs - fromNs > Deadlines.told(kind) + delayNs && stateSinceNs <= fromNs) {
            violate(kind + " is not told after " + (nowNs - fromNs) / MS + " ms");
          }
        });
  }

  private void lookAtRecovery(PumpReading reading, boolean faultsOver) {
    if (!faultsOver || state == PumpState.STOPPED || state == PumpState.RUNNING) {
      unsettledSinceNs = nowNs;
    }
    longestRecoveryNs = Math.max(longestRecoveryNs, nowNs - unsettledSinceNs);
    if (longestRecoveryNs > Deadlines.RECOVERY_NS) {
      violate("no outcome after the last fault: " + state + " " + reading.fault);
    }
  }

  /** At the end there is an outcome, and it has a name. */
  void end(PumpReading reading, boolean stoppedByPerson) {
    boolean stated = reading.finished || reading.fault != PumpFault.NONE || stoppedByPerson;
    if (programs > 0 && !stated) {
      violate("ended without an outcome: " + reading.state);
    }
    if (plunger.turning()) {
      violate("ended with a turning motor");
    }
  }

  private void violate(String what) {
    if (violation.isEmpty()) {
      violation = what + "; " + plan.text();
    }
  }
}
