package org.tenuto.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.SelfTest;

/** The alarms of the whole device: the executor's, and those only the station can see. Pure. */
final class Alarms {

  /** No new snapshot for so long: the controller is lost. */
  static final long LOST_NS = 500_000_000;

  static final String CONTROLLER_LOST = "CONTROLLER_LOST";
  private static final String RECORD_FAILED = "RECORD_FAILED";

  /** Every name an alarm can have. */
  static final Set<String> CONDITIONS =
      Stream.concat(
              Stream.of(CONTROLLER_LOST, RECORD_FAILED),
              Stream.of(AlarmCondition.values()).map(AlarmCondition::name))
          .collect(Collectors.toUnmodifiableSet());

  private Alarms() {}

  /**
   * One alarm.
   *
   * @param condition stable name
   * @param present whether its cause is there now; false if only latched
   * @param pausable whether an audio pause is about it: the executor's alone, which keeps the pause
   */
  record Alarm(
      String condition, AlarmPriority priority, String text, boolean present, boolean pausable) {}

  /**
   * Every active alarm, most urgent first.
   *
   * @param snapshot last seen of the executor; null if it was never seen
   * @param ageNs age of that snapshot
   * @param recordFailure why the record is not kept; null while it is
   */
  static List<Alarm> of(
      @Nullable StatusSnapshot snapshot, long ageNs, @Nullable String recordFailure) {
    List<Alarm> alarms = new ArrayList<>();
    if (snapshot == null || ageNs > LOST_NS) {
      alarms.add(
          new Alarm(
              CONTROLLER_LOST,
              AlarmPriority.HIGH,
              "Controller lost: check the pump, use the red button.",
              true,
              false));
    }
    if (recordFailure != null) {
      alarms.add(
          new Alarm(
              RECORD_FAILED,
              AlarmPriority.HIGH,
              "Record can't be kept: delivery stopped, nothing is started.",
              true,
              false));
    }
    if (snapshot != null) {
      addExecutors(alarms, snapshot);
    }
    alarms.sort(Comparator.comparing(Alarm::priority));
    return alarms;
  }

  private static void addExecutors(List<Alarm> alarms, StatusSnapshot snapshot) {
    for (AlarmCondition condition : AlarmCondition.values()) {
      if ((snapshot.alarmBits & condition.bit()) != 0) {
        alarms.add(
            new Alarm(
                condition.name(),
                condition.priority(),
                text(condition, snapshot),
                (snapshot.alarmPresentBits & condition.bit()) != 0,
                true));
      }
    }
  }

  /** What staff read; of a failed self-test, what failed. */
  private static String text(AlarmCondition condition, StatusSnapshot snapshot) {
    if (condition != AlarmCondition.SELF_TEST_FAILED) {
      return condition.text();
    }
    for (SelfTest.Item item : SelfTest.Item.values()) {
      if ((snapshot.selfTestFailedBits & item.bit()) != 0) {
        return "Self-test failed: " + item.text() + ".";
      }
    }
    return condition.text();
  }
}
