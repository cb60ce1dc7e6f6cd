package org.tenuto.simulator.scenario;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.virtual.StationProcess;

/**
 * The errors of the one before the page, as the fault script says: keys that nobody meant to press,
 * their answers of no interest, and what is done in the wrong order. One session, one thread.
 */
final class Slips implements FaultListener {

  private final Ordering ordering;
  private final PageRequest request;
  private final PresentFaults present;
  private final Consumer<Happening> tell;
  private final Consumer<String> log;

  private @Nullable StationProcess desk;
  private boolean alarmShown;
  private int quiets;
  private boolean disorder;
  private long changePerMille;

  Slips(
      Ordering ordering,
      PageRequest request,
      PresentFaults present,
      Consumer<Happening> tell,
      Consumer<String> log) {
    this.ordering = ordering;
    this.request = request;
    this.present = present;
    this.tell = tell;
    this.log = log;
  }

  /** The station behind the page now; null if there is none. */
  void standsBefore(@Nullable StationProcess station) {
    desk = station;
    alarmShown = false;
  }

  /** Pauses the sound, if that is to be done: nobody pauses a sound that is not there. */
  void sees(boolean anyAlarm) {
    alarmShown = anyAlarm;
    quiet();
  }

  private void quiet() {
    StationProcess reached = reached();
    if (quiets > 0 && alarmShown && reached != null) {
      quiets--;
      slip(reached, FaultKind.AUDIO_PAUSE);
    }
  }

  /** Whether Start is to be pressed before its time; asked once. */
  boolean takeDisorder() {
    boolean taken = disorder;
    disorder = false;
    return taken;
  }

  /** By how much the dose rate is to be changed, per mille; 0 for not at all. */
  long changePerMille() {
    return changePerMille;
  }

  /** The change was asked for. */
  void changeAsked() {
    changePerMille = 0;
  }

  private @Nullable StationProcess reached() {
    return present.has(FaultKind.PAGE_CLOSED) ? null : desk;
  }

  @Override
  public void begins(Fault fault) {
    StationProcess reached = reached();
    switch (fault.kind()) {
      case KEY_BOUNCE -> request.bounce(Math.toIntExact(fault.size()));
      case KEY_DISORDER -> disorder = true;
      case DOSE_CHANGE -> changePerMille = fault.size();
      case AUDIO_PAUSE -> {
        quiets++;
        quiet();
      }
      case DOUBLE_START, KEY_STOP, KEY_PAUSE, KEY_RESUME -> {
        if (reached != null) {
          slip(reached, fault.kind());
        }
      }
      default -> {
        // Not theirs.
      }
    }
  }

  private void slip(StationProcess reached, FaultKind key) {
    log.accept("slips: " + key.text());
    switch (key) {
      case DOUBLE_START -> ordering.startAgain(reached);
      case KEY_RESUME -> {
        tell.accept(new Happening.Resumed());
        var _ = reached.resume(ordering.startedNonce());
      }
      case AUDIO_PAUSE -> {
        tell.accept(new Happening.AudioPaused());
        var _ = reached.pauseAudio();
      }
      case KEY_STOP -> press("Stop", reached::stop);
      default -> press("Pause", reached::pause);
    }
  }

  /** Presses a key that ends motion. */
  void press(String key, Runnable act) {
    log.accept("presses " + key);
    tell.accept(new Happening.Halted());
    act.run();
  }
}
