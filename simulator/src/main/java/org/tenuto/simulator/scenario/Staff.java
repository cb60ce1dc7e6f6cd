package org.tenuto.simulator.scenario;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.infusion.InfusionState;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.virtual.StationProcess;
import org.tenuto.web.LiveView;

/**
 * The one who stands before the page: orders, holds to start, watches, resumes what was paused and
 * resets what faulted, as the page allows, and errs as the fault script says. Sees nothing but what
 * the page shows. One session, one thread.
 */
final class Staff {

  private static final long LOOK_NS = 1_000_000_000;
  private static final int MOST_REFUSALS = 40;

  /** So often they look at a self-test that failed before they give up. */
  private static final int PATIENCE = 20;

  private final Habits habits;
  private final PresentFaults present;
  private final Consumer<Happening> tell;
  private final Consumer<String> log;
  private final Runnable restartStation;
  private final PageRequest request;
  private final Ordering ordering;
  private final Slips slips;

  private @Nullable StationProcess station;
  private @Nullable LiveView view;
  private @Nullable InfusionState stateSeen;
  private long lookDueNs;
  private long actNs;
  private int selfTestsFailed;
  private boolean primed;
  private String cause = "";
  private @Nullable String outcome;

  /**
   * Comes to the device.
   *
   * @param present whether the page is there
   * @param tell told what they do, in the moment they do it
   * @param log takes a few words on each act
   * @param restartStation switches the screen's computer off and on
   */
  Staff(
      Wish wish,
      Habits habits,
      DrugLibrary library,
      PresentFaults present,
      Consumer<Happening> tell,
      Consumer<String> log,
      Runnable restartStation) {
    this.habits = habits;
    this.present = present;
    this.tell = tell;
    this.log = log;
    this.restartStation = restartStation;
    this.primed = !habits.primes();
    request = new PageRequest(log);
    ordering = new Ordering(wish, library, request, tell, log, this::end);
    slips = new Slips(ordering, request, present, tell, log);
  }

  /** Who errs for them when the script says so. */
  FaultListener slips() {
    return slips;
  }

  /** How the order ended as they see it; null while they go on. */
  @Nullable String outcome() {
    return outcome;
  }

  /** Whether a page shows the device now. */
  boolean pageOpen() {
    return station != null && !present.has(FaultKind.PAGE_CLOSED);
  }

  /** The last thing that was refused; empty if nothing was. */
  String lastRefusal() {
    return request.lastRefusal();
  }

  /**
   * A tenth of a second of their attention.
   *
   * @param running the station there is; null if it is dead or stalled
   */
  void step(@Nullable StationProcess running, long nowNs) {
    if (running != station) {
      station = running;
      slips.standsBefore(running);
      request.forget();
      view = null;
    }
    if (running == null || present.has(FaultKind.PAGE_CLOSED)) {
      return;
    }
    request.answer();
    if (nowNs >= lookDueNs) {
      lookDueNs = nowNs + LOOK_NS;
      look(running, nowNs);
    }
    LiveView seen = view;
    if (seen != null && !request.isPending() && outcome == null && nowNs >= actNs) {
      actNs = nowNs + habits.reactionNs();
      decide(running, seen);
    }
  }

  private void look(StationProcess running, long nowNs) {
    LiveView now = running.live();
    view = now;
    boolean _ = running.pageShows(now.executor().bootId(), now.executor().cycle());
    if (now.state() != stateSeen) {
      stateSeen = now.state();
      actNs = nowNs + habits.reactionNs();
    }
    slips.sees(!now.alarms().isEmpty());
  }

  private void decide(StationProcess desk, LiveView now) {
    if (shows(now, "RECORD_FAILED")) {
      log.accept("restarts the station");
      restartStation.run();
    } else if (now.executor().alive()) {
      if (slips.takeDisorder()) {
        ordering.pressStart(desk);
      } else {
        decideByState(desk, now);
      }
    }
  }

  private void decideByState(StationProcess desk, LiveView now) {
    switch (now.state()) {
      case SELF_TEST -> {
        if (shows(now, "SELF_TEST_FAILED") && ++selfTestsFailed > PATIENCE) {
          end("OVER SELF_TEST_FAILED"); // it said so: call service
        }
      }
      case PRIMING -> {
        // Nothing to do but to wait.
      }
      case IDLE -> atRest(desk, now);
      case READY -> ordering.pressStart(desk);
      case INFUSING -> whileInfusing(desk, now);
      case PAUSED -> whilePaused(desk, now);
      case FAULT -> {
        cause = "FAULT " + causes(now);
        log.accept("resets");
        tell.accept(new Happening.ResetAsked());
        request.ask(desk::resetFault, _ -> {});
      }
      case COMPLETE -> atComplete(desk, now);
    }
  }

  private static boolean shows(LiveView now, String alarmId) {
    return now.alarms().stream().anyMatch(alarm -> alarm.id().equals(alarmId));
  }

  /** The alarms that the page shows, most urgent first as it lists them. */
  private static String causes(LiveView now) {
    return now.alarms().stream().map(LiveView.Alarm::id).collect(Collectors.joining(", "));
  }

  private void atComplete(StationProcess desk, LiveView now) {
    if (ordering.started() == 0) {
      atRest(desk, now); // of an earlier boot of the page
    } else {
      end("COMPLETE");
    }
  }

  private void atRest(StationProcess desk, LiveView now) {
    if (!primed) {
      ordering.prime(desk, () -> primed = true);
    } else if (ordering.startedNonce() != 0 && ordering.started() > habits.ordersAgain()) {
      end("OVER " + (cause.isEmpty() ? now.reason() : cause));
    } else {
      cause = "";
      ordering.propose(desk);
    }
  }

  private void whileInfusing(StationProcess desk, LiveView now) {
    LiveView.Delivery delivery = now.delivery();
    if (ordering.takeChangeShown()) {
      ordering.pressStart(desk);
    } else if (slips.changePerMille() != 0
        && delivery != null
        && delivery.doseRateNgPerKgPerH() > 0) {
      ordering.proposeChange(desk, delivery, slips.changePerMille());
      slips.changeAsked();
    }
  }

  private void whilePaused(StationProcess desk, LiveView now) {
    boolean latched = now.alarms().stream().anyMatch(alarm -> !alarm.present());
    if (latched) {
      log.accept("acknowledges");
      request.ask(desk::acknowledgeAlarms, _ -> {});
    } else if (request.refusals() > MOST_REFUSALS) {
      slips.press("Stop", desk::stop);
    } else {
      resume(desk, now);
    }
  }

  private void resume(StationProcess desk, LiveView now) {
    LiveView.Delivery delivery = now.delivery();
    long nonce = delivery == null ? ordering.startedNonce() : delivery.nonce();
    log.accept("resumes");
    tell.accept(new Happening.Resumed());
    request.ask(() -> desk.resume(nonce), _ -> {});
  }

  private void end(String how) {
    log.accept("is done: " + how);
    outcome = how;
  }
}
