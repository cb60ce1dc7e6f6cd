package org.tenuto.telemetry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Last;

/**
 * A topic for each alarm condition, retained while it is active. What the broker retains when a
 * connection begins is not known, and nobody asks: every condition is said once, active or not. One
 * connection's; one thread at a time.
 */
final class AlarmTopics {

  private final BrokerLink link;
  private final Pace pace;
  private final Map<String, AlarmNow> active = new LinkedHashMap<>();
  private final Map<String, Alarm> told = new HashMap<>();

  /** Conditions of which the broker may retain something. */
  private final Set<String> retained;

  private boolean known;

  AlarmTopics(BrokerLink link, Pace pace, Set<String> conditions) {
    this.link = link;
    this.pace = pace;
    this.retained = new TreeSet<>(conditions);
  }

  /** Takes the state of the device. */
  void show(Last last) {
    known = true;
    active.clear();
    for (Alarm alarm : last.getStatus().getAlarmsList()) {
      active.put(
          alarm.getCondition(),
          AlarmNow.newBuilder()
              .setWallMs(last.getWallMs())
              .setMonoNs(last.getMonoNs())
              .setAlarm(alarm)
              .build());
    }
  }

  /** Says what changed, the active ones first; what there is no room for waits. */
  void send(long nowNs) {
    if (known && sendActive(nowNs)) {
      clear(nowNs);
    }
  }

  private boolean sendActive(long nowNs) {
    for (AlarmNow now : active.values()) {
      Alarm alarm = now.getAlarm();
      if (alarm.equals(told.get(alarm.getCondition()))) {
        continue;
      }
      if (!send(Envelope.alarm(now), nowNs)) {
        return false;
      }
      told.put(alarm.getCondition(), alarm);
      retained.add(alarm.getCondition());
    }
    return true;
  }

  private void clear(long nowNs) {
    for (String condition : List.copyOf(retained)) {
      if (active.containsKey(condition)) {
        continue;
      }
      if (!send(Envelope.noAlarm(condition), nowNs)) {
        return;
      }
      told.remove(condition);
      retained.remove(condition);
    }
  }

  private boolean send(Envelope envelope, long nowNs) {
    Runnable nobodyWaits = () -> {}; // a broker that does not acknowledge it is given up
    if (pace.room(nowNs) == 0 || !link.publish(envelope, nobodyWaits)) {
      return false;
    }
    pace.spend();
    return true;
  }
}
