package org.tenuto.simulator.scenario;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.quantity.DoseRate;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.virtual.StationProcess;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.LiveView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/**
 * The one who stands before the page: orders, holds to start, watches, resumes what was paused and
 * resets what faulted, as the page allows, and errs as the fault script says. Sees nothing but what
 * the page shows. One session, one thread.
 */
final class Staff implements FaultListener {

  private static final long S = 1_000_000_000;
  private static final long LOOK_NS = S;
  private static final long PRIMED_NL = 1_000_000;
  private static final int MOST_REFUSALS = 40;

  /** So often they look at a self-test that failed before they give up. */
  private static final int PATIENCE = 20;
  private static final double WHOLE = 1_000;

  /** What is told where nobody can know what became of a command. */
  private static final Set<String> DOUBTFUL = Set.of("UNCONFIRMED", "NO_RECORD");

  private final Wish wish;
  private final Habits habits;
  private final DrugLibrary library;
  private final PresentFaults present;
  private final Consumer<Happening> tell;
  private final Consumer<String> log;
  private final Runnable restartStation;

  private @Nullable StationProcess station;
  private @Nullable LiveView view;
  private @Nullable CompletableFuture<?> pending;
  private @Nullable Runnable whenAnswered;
  private @Nullable ReadBack shown;
  private @Nullable InfusionState stateSeen;
  private long startedNonce;
  private long lookDueNs;
  private long actNs;
  private int ordersMade;
  private int refusals;
  private int selfTestsFailed;
  private boolean primed;
  private boolean presses;
  private int bounces = 1;
  private int quiets;
  private boolean disorder;
  private long changePerMille;
  private String lastRefusal = "";
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
    this.wish = wish;
    this.habits = habits;
    this.library = library;
    this.present = present;
    this.tell = tell;
    this.log = log;
    this.restartStation = restartStation;
    this.primed = !habits.primes();
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
    return lastRefusal;
  }

  /**
   * A tenth of a second of their attention.
   *
   * @param running the station there is; null if it is dead or stalled
   */
  void step(@Nullable StationProcess running, long nowNs) {
    if (running != station) {
      station = running;
      pending = null;
      view = null;
    }
    if (running == null || present.has(FaultKind.PAGE_CLOSED)) {
      return;
    }
    answer();
    if (nowNs >= lookDueNs) {
      lookDueNs = nowNs + LOOK_NS;
      look(running, nowNs);
    }
    LiveView seen = view;
    if (seen != null && pending == null && outcome == null && nowNs >= actNs) {
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
    quiet();
  }

  /** Pauses the sound, if that is to be done: nobody pauses a sound that is not there. */
  private void quiet() {
    StationProcess desk = station;
    boolean shown = view != null && !view.alarms().isEmpty();
    if (quiets > 0 && shown && desk != null && !present.has(FaultKind.PAGE_CLOSED)) {
      quiets--;
      slip(desk, FaultKind.AUDIO_PAUSE);
    }
  }

  private void answer() {
    CompletableFuture<?> asked = pending;
    Runnable then = whenAnswered;
    if (asked != null && asked.isDone() && then != null) {
      pending = null;
      then.run();
    }
  }

  private void decide(StationProcess desk, LiveView now) {
    if (now.alarms().stream().anyMatch(alarm -> alarm.id().equals("RECORD_FAILED"))) {
      log.accept("restarts the station");
      restartStation.run();
      return;
    }
    if (!now.executor().alive()) {
      return;
    }
    if (disorder) {
      disorder = false;
      pressStart(desk);
      return;
    }
    switch (now.state()) {
      case SELF_TEST -> {
        boolean failed =
            now.alarms().stream().anyMatch(alarm -> alarm.id().equals("SELF_TEST_FAILED"));
        if (failed && ++selfTestsFailed > PATIENCE) {
          end("OVER SELF_TEST_FAILED"); // it said so: call service
        }
      }
      case PRIMING -> {
        // Nothing to do but to wait.
      }
      case IDLE -> atRest(desk, now);
      case READY -> pressStart(desk);
      case INFUSING -> whileInfusing(desk, now);
      case PAUSED -> whilePaused(desk, now);
      case FAULT -> {
        cause = "FAULT " + causes(now);
        reset(desk);
      }
      case COMPLETE -> atComplete(desk, now);
    }
  }

  /** The alarms that the page shows, most urgent first as it lists them. */
  private static String causes(LiveView now) {
    return now.alarms().stream().map(LiveView.Alarm::id).collect(Collectors.joining(", "));
  }

  private void atComplete(StationProcess desk, LiveView now) {
    if (ordersMade == 0) {
      atRest(desk, now); // of an earlier boot of the page
    } else {
      end("COMPLETE");
    }
  }

  private void atRest(StationProcess desk, LiveView now) {
    if (!primed) {
      prime(desk);
    } else if (startedNonce != 0 && ordersMade > habits.ordersAgain()) {
      end("OVER " + (cause.isEmpty() ? now.reason() : cause));
    } else {
      propose(desk);
    }
  }

  private void propose(StationProcess desk) {
    cause = "";
    log.accept("orders " + wish.protocolId() + " for " + wish.weightG() + " g");
    ask(desk.propose(wish.entry(library)), () -> desk.propose(wish.entry(library)), this::readBack);
  }

  private void readBack(ReadBackView answered) {
    shown = answered.readBack();
    if (answered.readBack().refused()) {
      end("REFUSED " + answered.readBack().findings().getFirst().code());
    }
  }

  private void pressStart(StationProcess desk) {
    ReadBack readBack = shown;
    if (readBack == null) {
      ask(desk.start(1, "0".repeat(64)), () -> desk.start(1, "0".repeat(64)), _ -> {});
      return;
    }
    log.accept("holds Start of " + readBack.nonce());
    if (readBack.progress().isChange()) {
      tell.accept(new Happening.Changed(readBack.order()));
    } else if (readBack.nonce() != startedNonce) {
      tell.accept(new Happening.Started(readBack.order(), readBack.nonce()));
      startedNonce = readBack.nonce();
      ordersMade++;
    } else {
      tell.accept(new Happening.Resumed()); // the same again: it may be what starts it
    }
    boolean change = readBack.progress().isChange();
    boolean once = bounces == 1;
    ask(
        desk.start(readBack.nonce(), readBack.hash()),
        () -> desk.start(readBack.nonce(), readBack.hash()),
        _ -> decided(change, true),
        code -> decided(change && once && !DOUBTFUL.contains(code), false));
  }

  /** What became of a change is told where it is beyond doubt. */
  private void decided(boolean known, boolean taken) {
    if (known) {
      tell.accept(new Happening.ChangeDecided(taken));
    }
  }

  private void prime(StationProcess desk) {
    log.accept("asks to prime");
    ask(
        desk.proposePriming(Wish.SYRINGE, PRIMED_NL),
        () -> desk.proposePriming(Wish.SYRINGE, PRIMED_NL),
        offered -> {
          primed = true;
          tell.accept(new Happening.PrimingStarted(offered.readBack().volumeNl()));
          log.accept("primes");
          ask(
              desk.startPriming(offered.readBack().nonce(), offered.readBack().hash(), true),
              () ->
                  desk.startPriming(offered.readBack().nonce(), offered.readBack().hash(), true),
              _ -> {});
        });
  }

  private void whileInfusing(StationProcess desk, LiveView now) {
    ReadBack change = shown;
    LiveView.Delivery delivery = now.delivery();
    if (change != null && change.progress().isChange() && presses) {
      presses = false;
      pressStart(desk);
    } else if (changePerMille != 0 && delivery != null && delivery.doseRateNgPerKgPerH() > 0) {
      long to =
          Math.round(delivery.doseRateNgPerKgPerH() * (1 + changePerMille / WHOLE));
      changePerMille = 0;
      log.accept("asks for " + to + " ng/kg/h");
      var entry = new ChangeEntry(delivery.nonce(), delivery.phase(), new DoseRate(to), true);
      ask(
          desk.proposeChange(entry),
          () -> desk.proposeChange(entry),
          answered -> {
            if (!answered.readBack().refused()) {
              shown = answered.readBack();
              presses = true;
            }
          });
    }
  }

  private void whilePaused(StationProcess desk, LiveView now) {
    boolean latched = now.alarms().stream().anyMatch(alarm -> !alarm.present());
    if (latched) {
      acknowledge(desk);
    } else if (refusals > MOST_REFUSALS) {
      press("Stop", desk::stop);
    } else {
      resume(desk);
    }
  }

  private void resume(StationProcess desk) {
    LiveView.Delivery delivery = view == null ? null : view.delivery();
    long nonce = delivery == null ? startedNonce : delivery.nonce();
    log.accept("resumes");
    tell.accept(new Happening.Resumed());
    ask(desk.resume(nonce), () -> desk.resume(nonce), _ -> {});
  }

  private void acknowledge(StationProcess desk) {
    log.accept("acknowledges");
    ask(desk.acknowledgeAlarms(), desk::acknowledgeAlarms, _ -> {});
  }

  private void reset(StationProcess desk) {
    log.accept("resets");
    ask(desk.resetFault(), desk::resetFault, _ -> {});
  }

  private void press(String key, Runnable act) {
    log.accept("presses " + key);
    tell.accept(new Happening.Halted());
    act.run();
  }

  /** One request, pressed as often as the key bounces; what comes back is looked at once. */
  private <T> void ask(
      CompletableFuture<Reply<T>> first,
      Supplier<CompletableFuture<Reply<T>>> again,
      Consumer<T> accepted) {
    ask(first, again, accepted, _ -> {});
  }

  /** The same, where it matters to whom it is refused. */
  private <T> void ask(
      CompletableFuture<Reply<T>> first,
      Supplier<CompletableFuture<Reply<T>>> again,
      Consumer<T> accepted,
      Consumer<String> whenRefused) {
    for (; bounces > 1; bounces--) {
      var _ = again.get();
    }
    pending = first;
    whenAnswered =
        () -> {
          switch (first.join()) {
            case Reply.Accepted<T>(T value) -> {
              refusals = 0;
              accepted.accept(value);
            }
            case Reply.Refused<T>(String code, String _) -> {
              refused(code);
              whenRefused.accept(code);
            }
          }
        };
  }

  private void refused(String code) {
    log.accept("is refused: " + code);
    lastRefusal = code;
    refusals++;
  }

  private void end(String how) {
    log.accept("is done: " + how);
    outcome = how;
  }

  @Override
  public void begins(Fault fault) {
    StationProcess desk = station;
    switch (fault.kind()) {
      case KEY_BOUNCE -> bounces = Math.toIntExact(fault.size());
      case KEY_DISORDER -> disorder = true;
      case DOSE_CHANGE -> changePerMille = fault.size();
      case AUDIO_PAUSE -> {
        quiets++;
        quiet();
      }
      case DOUBLE_START, KEY_STOP, KEY_PAUSE, KEY_RESUME -> {
        if (desk != null && !present.has(FaultKind.PAGE_CLOSED)) {
          slip(desk, fault.kind());
        }
      }
      default -> {
        // Not theirs.
      }
    }
  }

  /** A key that nobody meant to press; the answer is of no interest. */
  private void slip(StationProcess desk, FaultKind key) {
    log.accept("slips: " + key.text());
    switch (key) {
      case DOUBLE_START -> {
        ReadBack readBack = shown;
        if (readBack != null && startedNonce == readBack.nonce()) {
          tell.accept(new Happening.Resumed());
          var _ = desk.start(readBack.nonce(), readBack.hash());
        }
      }
      case KEY_RESUME -> {
        tell.accept(new Happening.Resumed());
        var _ = desk.resume(startedNonce);
      }
      case AUDIO_PAUSE -> {
        tell.accept(new Happening.AudioPaused());
        var _ = desk.pauseAudio();
      }
      case KEY_STOP -> press("Stop", desk::stop);
      default -> press("Pause", desk::pause);
    }
  }
}
