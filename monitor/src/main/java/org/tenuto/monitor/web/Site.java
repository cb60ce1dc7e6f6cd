package org.tenuto.monitor.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

/**
 * Every device as it is to be shown, and what changed since when. Any thread; nothing waits. Times
 * are the watcher's monotonic ns.
 *
 * <p>As many devices as it is told of: whoever tells it bounds their number.
 */
public final class Site {

  private static final long NS_PER_MS = 1_000_000;

  private final Map<String, DeviceCard> cards = new LinkedHashMap<>();
  private final String broker;
  private boolean connected;
  private String problem = "not connected yet";
  private long version;
  private long forgotten;
  private int ids;
  private long tooMany;
  private long unreadable;
  private long overrun;

  /**
   * Empty.
   *
   * @param broker its address, to be shown
   */
  public Site(String broker) {
    this.broker = Plain.line(broker);
  }

  /** A device's live message, or one the broker had kept, which is no sign of life. */
  public synchronized void live(
      String site, String device, Live live, boolean retained, Trust trust, long nowNs) {
    DeviceCard card = card(site, device, trust);
    if (retained) {
      card.remembered(live.getWallMs(), live.getStatus(), live.getProgress());
    } else {
      card.heard(live, nowNs / NS_PER_MS);
    }
  }

  /** A device's last known state: news, or what the broker had kept. */
  public synchronized void last(
      String site, String device, Last last, boolean retained, Trust trust) {
    DeviceCard card = card(site, device, trust);
    if (retained) {
      card.remembered(last.getWallMs(), last.getStatus(), last.getProgress());
    } else {
      card.said(last.getWallMs(), last.getStatus(), last.getProgress());
    }
  }

  /** What a device is. */
  public synchronized void birth(String site, String device, Birth birth, Trust trust) {
    card(site, device, trust).born(birth);
  }

  /**
   * Something happened there, and is told for the first time.
   *
   * @param place how it follows the one before, e.g. AFTER_GAP
   * @param missing events missing just before it
   */
  public synchronized void event(
      String site, String device, Event event, String place, long missing, Trust trust) {
    card(site, device, trust).happened(event, place, missing);
  }

  /** Only what the watcher knows of it has changed. */
  public synchronized void trust(String site, String device, Trust trust) {
    card(site, device, trust);
  }

  private DeviceCard card(String site, String device, Trust trust) {
    DeviceCard card =
        cards.computeIfAbsent(key(site, device), _ -> new DeviceCard(ids++, site, device));
    version++;
    card.changed(version, trust);
    return card;
  }

  private static String key(String site, String device) {
    return site + "/" + device; // neither has a slash, being a word of a topic
  }

  /**
   * The broker was reached or lost.
   *
   * @param why it is not reached; empty if it is
   */
  public synchronized void broker(boolean isConnected, String why) {
    connected = isConnected;
    problem = Plain.line(why);
  }

  /** It is followed no longer: who asks what changed since is told everything. */
  public synchronized void forget(String site, String device) {
    if (cards.remove(key(site, device)) != null) {
      version++;
      forgotten = version;
    }
  }

  /** Messages of devices that are too many. */
  public synchronized void tooMany(long messages) {
    tooMany += messages;
  }

  /** A message that could not be read. */
  public synchronized void unreadable() {
    unreadable++;
  }

  /** Messages were lost here for want of room. */
  public synchronized void overrun(long lost) {
    overrun += lost;
  }

  /**
   * What changed.
   *
   * @param version up to where it tells
   * @param json the message
   */
  record Change(long version, String json) {}

  /**
   * What changed after {@code asked}; everything for -1, and where a device is gone.
   *
   * @param nowNs the watcher's monotonic clock
   */
  synchronized Change since(long asked, long nowNs) {
    long since = asked < forgotten ? -1 : asked;
    List<JsonWriter> rows = new ArrayList<>();
    for (DeviceCard card : cards.values()) {
      if (card.version() > since) {
        rows.add(card.row());
      }
    }
    String json =
        new JsonWriter()
            .put("all", since < 0)
            .put("now", nowNs / NS_PER_MS)
            .put("broker", broker)
            .put("connected", connected)
            .put("problem", problem)
            .put("tooMany", tooMany)
            .put("unreadable", unreadable)
            .put("overrun", overrun)
            .put("rows", rows)
            .end();
    return new Change(version, json);
  }

  /** One device closer; null if it is not known. */
  synchronized @Nullable String device(String site, String device, long nowNs) {
    DeviceCard card = cards.get(key(site, device));
    return card == null ? null : card.closer(nowNs / NS_PER_MS);
  }
}
