package org.tenuto.monitor.web;

import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/** What is shown of one device. Guarded by its {@link Site}; of bounded size whatever is sent. */
final class DeviceCard {

  private static final long NEVER = -1;

  private final int id;
  private final String site;
  private final String device;
  private final Curve curve = new Curve();
  private final EventLines events = new EventLines();
  private long version;
  private Trust trust = new Trust("STALE", 0);
  private long heardMs = NEVER;
  private long wordMs = Long.MIN_VALUE; // a clock may be before 1970
  private Said said = Said.NOTHING;
  private BirthFacts birth = BirthFacts.UNKNOWN;

  DeviceCard(int id, String site, String device) {
    this.id = id;
    this.site = site;
    this.device = device;
  }

  /** Rises with each change. */
  long version() {
    return version;
  }

  void changed(long newVersion, Trust newTrust) {
    version = newVersion;
    trust = newTrust;
  }

  /** It lives, and says how it is. */
  void heard(Live live, long nowMs) {
    heardMs = nowMs;
    said(live.getWallMs(), live.getStatus(), live.getProgress());
    curve.add(nowMs, live.getProgress());
  }

  /** It says how it is. */
  void said(long wallMs, Status status, Progress progress) {
    wordMs = wallMs;
    said = Said.of(status, progress);
  }

  /** It said so at some time: shown unless something later is known. */
  void remembered(long wallMs, Status status, Progress progress) {
    if (wallMs > wordMs) {
      said(wallMs, status, progress);
    }
  }

  void born(Birth message) {
    birth = BirthFacts.of(message);
  }

  void happened(Event event, String place, long missing) {
    events.add(event, place, missing);
  }

  /** As a row of the site. */
  JsonWriter row() {
    return said.into(
        new JsonWriter()
            .put("id", id)
            .put("site", Plain.word(site))
            .put("device", Plain.word(device))
            .put("path", Paths.of(site, device))
            .put("fresh", trust.freshness())
            .put("heard", heardMs)
            .put("word", wordMs)
            .put("missing", trust.missing())
            .put("odd", events.odd())
            .put("demo", birth.demo()));
  }

  /** As a page of its own. */
  String closer(long nowMs) {
    return new JsonWriter()
        .put("now", nowMs)
        .put("row", row())
        .put("birth", birth.json())
        .put("curve", curve.json(nowMs))
        .put("events", events.json())
        .end();
  }
}
