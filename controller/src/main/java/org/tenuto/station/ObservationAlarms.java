package org.tenuto.station;

import org.tenuto.alarm.AlarmPriority;
import org.tenuto.observation.Advice;
import org.tenuto.observation.Due;
import org.tenuto.observation.Due.Lateness;
import org.tenuto.observation.Level;

/** What observation says by alarm. Only the page shows them: they never leave the device. Pure. */
final class ObservationAlarms {

  static final String LATE = "OBSERVATION_LATE";
  static final String MISSED = "OBSERVATION_MISSED";
  static final String PAUSE_ADVISED = "PAUSE_ADVISED";
  static final String STOP_ADVISED = "STOP_ADVISED";

  private ObservationAlarms() {}

  /** Late by 2 min: staff are told; by 5 min: asked to pause. */
  static Alarms.Alarm late(Due due, Lateness lateness, boolean underWay) {
    String what = due.series().title() + ", " + due.title();
    return lateness == Lateness.PAUSE_PROMPT
        ? new Alarms.Alarm(
            MISSED,
            AlarmPriority.MEDIUM,
            what + ": missing" + (underWay ? ". Take them, or pause." : ". Take them."),
            true,
            false)
        : new Alarms.Alarm(LATE, AlarmPriority.LOW, what + ": late. Take them.", true, false);
  }

  /** Sounds until staff take note of it or a reading is better. */
  static Alarms.Alarm advice(Advice advice) {
    boolean stop = advice.level() == Level.STOP;
    return new Alarms.Alarm(
        stop ? STOP_ADVISED : PAUSE_ADVISED,
        stop ? AlarmPriority.HIGH : AlarmPriority.MEDIUM,
        advice.text(),
        true,
        false);
  }
}
