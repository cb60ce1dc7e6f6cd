package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with staff and their page.
 *
 * <p>Every command is checked where it arrives: one that is late, double or out of turn is refused
 * with a reason. 30 s without a page pause the delivery; staff resume.
 *
 * @param bounce a command several times over; mild: as a bouncing key does
 * @param disorder two commands in the other order
 * @param doubleStart Start again
 * @param stop Stop; mild: once, for it ends the order
 * @param pause Pause; staff resume
 * @param resume Resume, wanted or not
 * @param pageClosed no page; mild: less than the 30 s after which nothing is delivered
 * @param audioPause the sound of an alarm is paused, of the next one if there is none
 * @param doseChange another dose; mild: what the limits may still allow
 */
public record PeopleFaults(
    Allowance bounce,
    Allowance disorder,
    Allowance doubleStart,
    Allowance stop,
    Allowance pause,
    Allowance resume,
    Allowance pageClosed,
    Allowance audioPause,
    Allowance doseChange)
    implements BoundaryFaults {

  /** Nothing. */
  public static PeopleFaults none() {
    return new PeopleFaults(
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static PeopleFaults survivable() {
    return new PeopleFaults(
        upTo(3).of(2, 4),
        upTo(2),
        upTo(2),
        upTo(1),
        upTo(3),
        upTo(3),
        upTo(2).lastingMs(100, 25_000),
        upTo(3),
        upTo(2).of(-300, 300));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static PeopleFaults unlimited() {
    return new PeopleFaults(
        anyOf(FaultKind.KEY_BOUNCE, 5),
        anyOf(FaultKind.KEY_DISORDER, 4),
        anyOf(FaultKind.DOUBLE_START, 4),
        anyOf(FaultKind.KEY_STOP, 2),
        anyOf(FaultKind.KEY_PAUSE, 5),
        anyOf(FaultKind.KEY_RESUME, 5),
        anyOf(FaultKind.PAGE_CLOSED, 4),
        anyOf(FaultKind.AUDIO_PAUSE, 5),
        anyOf(FaultKind.DOSE_CHANGE, 4));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.KEY_BOUNCE, bounce);
    draw.some(FaultKind.KEY_DISORDER, disorder);
    draw.some(FaultKind.DOUBLE_START, doubleStart);
    draw.some(FaultKind.KEY_STOP, stop);
    draw.some(FaultKind.KEY_PAUSE, pause);
    draw.some(FaultKind.KEY_RESUME, resume);
    draw.some(FaultKind.PAGE_CLOSED, pageClosed);
    draw.some(FaultKind.AUDIO_PAUSE, audioPause);
    draw.some(FaultKind.DOSE_CHANGE, doseChange);
  }
}
