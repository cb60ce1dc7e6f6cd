package org.tenuto.gpio;

import com.pi4j.context.Context;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.PanelInputs;

/**
 * E-stop, Stop and Start, as the loop asks for them once a cycle. A contact that is not wired is
 * never active and never faulty: whether the device may run without is decided elsewhere.
 */
final class PanelContacts implements PanelInputs {

  private final @Nullable Contact eStop;
  private final @Nullable Contact stop;
  private final @Nullable Contact start;
  private final PanelSignals signals;

  private PanelContacts(
      @Nullable Contact eStop,
      @Nullable Contact stop,
      @Nullable Contact start,
      PanelSignals signals) {
    this.eStop = eStop;
    this.stop = stop;
    this.start = start;
    this.signals = signals;
  }

  /**
   * Claims the contacts' lines.
   *
   * @param signals what alarms are shown with: if that fails, the panel is faulty too
   */
  static PanelContacts open(Context pi4j, PanelWiring wiring, PanelSignals signals) {
    long debounceMs = wiring.debounceMs();
    Contact eStop =
        wiring.eStop().isPresent()
            ? Contact.normallyClosed(pi4j, "e-stop", wiring.eStop().getAsInt(), 0)
            : null;
    Contact stop =
        wiring.stop().isPresent()
            ? Contact.normallyClosed(pi4j, "stop", wiring.stop().getAsInt(), debounceMs)
            : null;
    Contact start =
        wiring.start().isPresent()
            ? Contact.normallyOpen(pi4j, "start", wiring.start().getAsInt(), debounceMs)
            : null;
    return new PanelContacts(eStop, stop, start, signals);
  }

  @Override
  public boolean eStopOpen() {
    return eStop != null && eStop.isOrWasActive();
  }

  @Override
  public boolean takeStop() {
    return stop != null && stop.take();
  }

  @Override
  public boolean takeStart() {
    return start != null && start.take();
  }

  /** Every part is looked at in every call: each counts the cycles it stood still for. */
  @Override
  public boolean faulty() {
    boolean faulty = signals.isFaulty();
    faulty |= eStop != null && eStop.isFaulty();
    faulty |= stop != null && isFaulty(stop);
    faulty |= start != null && isFaulty(start);
    return faulty;
  }

  /** A button that was never seen at rest is none that somebody could press. */
  private static boolean isFaulty(Contact button) {
    return button.isFaulty() || button.neverRested();
  }
}
