package org.tenuto.monitor;

import com.google.protobuf.Message;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Event;

/** Something to show. */
sealed interface Notice {

  /** What a device said other than an event, e.g. on {@code live}. */
  record Said(DeviceName device, String topic, boolean retained, Message message, View view)
      implements Notice {}

  /** Something happened there; may have been told before. */
  record Happened(DeviceName device, Event event, EventTrail.Seen seen, View view)
      implements Notice {}

  /**
   * An alarm condition began, changed or is no more.
   *
   * @param now what the device says of it; with no alarm if it is no more
   */
  record Alarmed(DeviceName device, String condition, AlarmNow now, View view) implements Notice {}

  /** A device became fresher or staler. */
  record Freshened(DeviceName device, Freshness was, View view) implements Notice {}

  /** The broker was reached or lost. */
  record Broker(boolean connected, String problem) implements Notice {}

  /** A message could not be read. */
  record Unreadable(String topic, String problem) implements Notice {}

  /**
   * Messages of more devices than are followed; they are shown nowhere.
   *
   * @param last who sent the last one
   * @param messages how many since it was said before
   * @param most as many devices are followed
   */
  record TooMany(DeviceName last, long messages, int most) implements Notice {}

  /** A device is followed no longer: it was silent for the longest, and another one lives. */
  record Forgotten(DeviceName device) implements Notice {}

  /** Messages were lost here, for want of room. */
  record Overrun(long lost) implements Notice {}

  /**
   * What the watcher itself knows of a device.
   *
   * @param missing events missing since the first one seen
   */
  record View(Freshness freshness, long missing) {}
}
