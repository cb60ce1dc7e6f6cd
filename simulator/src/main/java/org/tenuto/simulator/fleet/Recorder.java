package org.tenuto.simulator.fleet;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fleet.Recording.Diagnosed;
import org.tenuto.simulator.fleet.Recording.Happened;
import org.tenuto.simulator.fleet.Recording.Sample;
import org.tenuto.simulator.fleet.Recording.Silence;
import org.tenuto.simulator.scenario.Session;
import org.tenuto.simulator.scenario.SessionPlan;
import org.tenuto.simulator.scenario.Site;
import org.tenuto.simulator.scenario.Trace;
import org.tenuto.simulator.virtual.WireTap;
import org.tenuto.telemetry.Envelope;

/** Makes a recording of what one session publishes. One thread. */
final class Recorder implements WireTap {

  /** A device says something each second: longer than that it is not heard. */
  private static final long SILENT_NS = 3_000_000_000L;

  private final List<Sample> samples = new ArrayList<>();
  private final List<Happened> events = new ArrayList<>();
  private final List<Diagnosed> diags = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();
  private Birth birth = Birth.getDefaultInstance();
  private boolean begun;
  private long startNs;
  private long heardNs;
  private long wireSeq;

  private Recorder() {}

  /**
   * Runs a session in virtual time.
   *
   * @throws IllegalStateException if it said nothing at all
   */
  static Recording record(Site site, SessionPlan plan) {
    Recorder recorder = new Recorder();
    Session session = new Session(site, plan, Tripwire.never(), new Trace(null));
    session.heardBy(recorder);
    session.run();
    return recorder.end(plan.seed());
  }

  @Override
  public void published(long nowNs, Envelope envelope) {
    if (!begun) {
      begun = true;
      startNs = nowNs;
    }
    try {
      take(nowNs - startNs, envelope);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(envelope.topic() + ": not what its schema says", e);
    }
  }

  private void take(long atNs, Envelope envelope) throws InvalidProtocolBufferException {
    switch (envelope.topic()) {
      case "birth" -> birth = Birth.parseFrom(envelope.payload());
      case "live" -> live(atNs, Live.parseFrom(envelope.payload()));
      case "last" -> last(atNs, Last.parseFrom(envelope.payload()));
      case "diag" -> diags.add(new Diagnosed(atNs, Diag.parseFrom(envelope.payload())));
      case "event" -> event(atNs, SealedEvent.parseFrom(envelope.payload()));
      default -> {
        // What tells of a connection, and of alarms, is said by the player's own publisher.
      }
    }
  }

  private void live(long atNs, Live live) {
    if (atNs - heardNs > SILENT_NS) {
      silences.add(new Silence(heardNs + SILENT_NS / 3, atNs));
    }
    heardNs = atNs;
    sample(atNs, live.getCycle(), live.getStatus(), live.getProgress());
  }

  private void last(long atNs, Last last) {
    long cycle = samples.isEmpty() ? 0 : samples.getLast().cycle();
    sample(atNs, cycle, last.getStatus(), last.getProgress());
  }

  /** A status that is the same is kept once. */
  private void sample(long atNs, long cycle, Status status, Progress progress) {
    @Nullable Sample before = samples.isEmpty() ? null : samples.getLast();
    if (before != null && before.status().equals(status)) {
      samples.add(new Sample(atNs, before.version(), cycle, before.status(), progress));
    } else {
      long version = before == null ? 1 : before.version() + 1;
      samples.add(new Sample(atNs, version, cycle, status, progress));
    }
  }

  /** At least once means sometimes twice: the second time is nothing new. */
  private void event(long atNs, SealedEvent event) throws InvalidProtocolBufferException {
    if (event.getWireSeq() > wireSeq) {
      wireSeq = event.getWireSeq();
      events.add(new Happened(atNs, EventBody.parseFrom(event.getBody())));
    }
  }

  private Recording end(long seed) {
    if (samples.isEmpty()) {
      throw new IllegalStateException("the session of seed " + seed + " published nothing");
    }
    return new Recording(seed, startNs, heardNs, birth, samples, diags, events, silences);
  }
}
