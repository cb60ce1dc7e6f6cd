package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenuto.monitor.EventTrail.Seen;
import org.tenuto.monitor.Notice.View;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.SealedEvent;

/** Turns what arrives, and time going by, into what is to be shown. One thread; no clock. */
final class Watch {

  /** More devices than that are somebody playing with topics. */
  private static final int MOST_DEVICES = 1_000;

  /** And more alarm conditions of one device, too. */
  private static final int MOST_ALARMS = 100;

  private static final Pattern TOPIC =
      Pattern.compile(
          "tenuto/v1/([^/]{1,64})/([^/]{1,64})/(alarm/(?=[A-Z0-9_]{1,64}$))?([^/]+)");

  /** What is understood; a topic of a later version is no news of this one. */
  private static final Set<String> KNOWN = Set.of("conn", "birth", "live", "last", "event", "diag");

  private final Map<DeviceName, Device> devices = new LinkedHashMap<>();
  private long turnedAway;
  private @Nullable DeviceName lastTurnedAway;

  private static final class Device {
    private final Heartbeat heartbeat = new Heartbeat();
    private final EventTrail trail = new EventTrail();

    /** The hash of what it said of each: whatever it says, that is small. */
    private final Map<String, ByteString> alarms = new HashMap<>();

    private Freshness shown = Freshness.STALE;

    private boolean isSilent(long nowNs) {
      Freshness now = heartbeat.at(nowNs);
      return now == Freshness.STALE || now == Freshness.OFFLINE;
    }

    private View view() {
      return new View(shown, trail.missing());
    }
  }

  /** Takes a message that came in at {@code nowNs}. */
  List<Notice> take(Arrival.Message arrival, long nowNs) {
    Matcher topic = TOPIC.matcher(arrival.topic());
    if (!topic.matches()) {
      return List.of(new Notice.Unreadable(arrival.topic(), "not a topic of a device"));
    }
    boolean isAlarm = topic.group(3) != null;
    if (!isAlarm && !KNOWN.contains(topic.group(4))) {
      return List.of();
    }
    DeviceName name = new DeviceName(topic.group(1), topic.group(2));
    List<Notice> notices = new ArrayList<>();
    if (!devices.containsKey(name) && devices.size() == MOST_DEVICES) {
      boolean lives = topic.group(4).equals("live") && !arrival.retained();
      if (!lives || !makeRoom(nowNs, notices)) {
        turnedAway++;
        lastTurnedAway = name;
        return List.of();
      }
    }
    Device device = devices.computeIfAbsent(name, _ -> new Device());
    try {
      if (isAlarm) {
        takeAlarm(name, device, topic.group(4), arrival, notices);
      } else {
        take(name, device, topic.group(4), arrival, nowNs, notices);
      }
    } catch (InvalidProtocolBufferException e) {
      notices.add(new Notice.Unreadable(arrival.topic(), String.valueOf(e.getMessage())));
    }
    return notices;
  }

  /**
   * Forgets the device that was silent for the longest: names that somebody made up keep no device
   * out that lives. One that lives is never forgotten.
   */
  private boolean makeRoom(long nowNs, List<Notice> notices) {
    Optional<DeviceName> silent =
        devices.entrySet().stream()
            .filter(one -> one.getValue().isSilent(nowNs))
            .min(Comparator.comparingLong(one -> one.getValue().heartbeat.lastSignNs()))
            .map(Map.Entry::getKey);
    silent.ifPresent(
        name -> {
          devices.remove(name);
          notices.add(new Notice.Forgotten(name));
        });
    return silent.isPresent();
  }

  private static void take(
      DeviceName name,
      Device device,
      String topic,
      Arrival.Message arrival,
      long nowNs,
      List<Notice> notices)
      throws InvalidProtocolBufferException {
    if (topic.equals("event")) {
      takeEvent(name, device, arrival, notices);
      return;
    }
    Message message =
        switch (topic) {
          case "conn" -> takeConn(device, asSaid(Conn.parseFrom(arrival.payload())));
          case "live" ->
              takeLive(device, asSaid(Live.parseFrom(arrival.payload())), arrival, nowNs);
          case "last" -> asSaid(Last.parseFrom(arrival.payload()));
          case "birth" -> asSaid(Birth.parseFrom(arrival.payload()));
          case "diag" -> asSaid(Diag.parseFrom(arrival.payload()));
          default -> throw new IllegalArgumentException(topic);
        };
    refresh(name, device, nowNs, notices);
    notices.add(new Notice.Said(name, topic, arrival.retained(), message, device.view()));
  }

  /** Almost any bytes can be read as almost any message: what they are has to stand in them. */
  private static <M extends Message> M asSaid(M message) throws InvalidProtocolBufferException {
    Descriptor type = message.getDescriptorForType();
    Object schema = message.getField(type.findFieldByName("schema"));
    if (!type.getFullName().equals(schema)) {
      String said = Plain.word(schema.toString());
      throw new InvalidProtocolBufferException(
          "schema '" + said + "': expected " + type.getFullName());
    }
    return message;
  }

  private static Conn takeConn(Device device, Conn conn) {
    if (conn.getState() == Conn.State.ONLINE) {
      device.heartbeat.online();
    } else {
      device.heartbeat.offline();
    }
    return conn;
  }

  private static Live takeLive(Device device, Live live, Arrival.Message arrival, long nowNs) {
    if (!arrival.retained()) {
      device.heartbeat.live(nowNs);
    }
    return live;
  }

  private static void takeEvent(
      DeviceName name, Device device, Arrival.Message arrival, List<Notice> notices)
      throws InvalidProtocolBufferException {
    Event event = asSaid(Event.parseFrom(arrival.payload()));
    Seen seen = device.trail.take(SealedEvent.parseFrom(arrival.payload()));
    notices.add(new Notice.Happened(name, event, seen, device.view()));
  }

  /** A device says each condition again with each connection: only a change is shown. */
  private static void takeAlarm(
      DeviceName name,
      Device device,
      String condition,
      Arrival.Message arrival,
      List<Notice> notices)
      throws InvalidProtocolBufferException {
    if (arrival.payload().isEmpty()) {
      if (device.alarms.remove(condition) != null) {
        notices.add(
            new Notice.Alarmed(name, condition, AlarmNow.getDefaultInstance(), device.view()));
      }
      return;
    }
    AlarmNow now = asSaid(AlarmNow.parseFrom(arrival.payload()));
    if (device.alarms.size() == MOST_ALARMS && !device.alarms.containsKey(condition)) {
      throw new InvalidProtocolBufferException("more than 100 alarm conditions");
    }
    ByteString said = Sha256.of(now.getAlarm().toByteString());
    if (!said.equals(device.alarms.put(condition, said))) {
      notices.add(new Notice.Alarmed(name, condition, now, device.view()));
    }
  }

  /** Says which devices became staler by {@code nowNs}, and how much was left out meanwhile. */
  List<Notice> tick(long nowNs) {
    List<Notice> notices = new ArrayList<>();
    devices.forEach((name, device) -> refresh(name, device, nowNs, notices));
    DeviceName last = lastTurnedAway;
    if (last != null) {
      notices.add(new Notice.TooMany(last, turnedAway, MOST_DEVICES));
      turnedAway = 0;
      lastTurnedAway = null;
    }
    return notices;
  }

  private static void refresh(DeviceName name, Device device, long nowNs, List<Notice> notices) {
    Freshness now = device.heartbeat.at(nowNs);
    if (now != device.shown) {
      Freshness was = device.shown;
      device.shown = now;
      notices.add(new Notice.Freshened(name, was, device.view()));
    }
  }
}
