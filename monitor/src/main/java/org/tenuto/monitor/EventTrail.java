package org.tenuto.monitor;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tenuto.proto.telemetry.SealedEvent;

/** Follows one device's events by their numbers and hashes: what is missing, repeated or forged. */
final class EventTrail {

  /** More than a publisher has on their way or forgets in a crash. */
  private static final int REMEMBERED = 1_024;

  private final Map<Long, ByteString> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteString> eldest) {
          return size() > REMEMBERED;
        }
      };
  private long first;
  private long last;
  private long missing;

  /** What an event is to the ones before. */
  enum Place {
    /** The first one seen: what came before is not known. */
    FIRST,
    /** The one that had to come. */
    NEXT,
    /** Some before it are missing. */
    AFTER_GAP,
    /** Seen before, or from before we came: at least once means sometimes twice. */
    REPEATED,
    /** The device began a new record: its numbers start again. */
    RESTARTED,
    /** Its number can't be, it does not match its hash, or does not follow the one before it. */
    BROKEN
  }

  /**
   * Where an event stands.
   *
   * @param missing events missing just before it
   */
  record Seen(Place place, long missing) {}

  /** Takes the next event that came in. */
  Seen take(SealedEvent event) {
    long seq = event.getWireSeq();
    if (seq <= 0 || !hashOf(event).equals(event.getHash())) {
      return new Seen(Place.BROKEN, 0);
    }
    if (event.getHash().equals(seen.get(seq))) {
      return new Seen(Place.REPEATED, 0);
    }
    Seen where = place(event);
    switch (where.place) {
      case FIRST, RESTARTED -> {
        seen.clear();
        first = seq;
        remember(event);
      }
      case NEXT, AFTER_GAP -> {
        missing += Math.min(where.missing, Long.MAX_VALUE - missing);
        remember(event);
      }
      case REPEATED, BROKEN -> {
        // adds nothing to what is known
      }
    }
    return where;
  }

  private void remember(SealedEvent event) {
    last = event.getWireSeq();
    seen.put(last, event.getHash());
  }

  private Seen place(SealedEvent event) {
    long seq = event.getWireSeq();
    if (last == 0) {
      return new Seen(Place.FIRST, 0);
    }
    if (seq < first && seq != 1) {
      return new Seen(Place.REPEATED, 0);
    }
    if (seq <= last) {
      return new Seen(Place.RESTARTED, 0);
    }
    if (seq > last + 1) {
      return new Seen(Place.AFTER_GAP, seq - last - 1);
    }
    boolean follows = event.getPreviousHash().equals(seen.get(last));
    return new Seen(follows ? Place.NEXT : Place.BROKEN, 0);
  }

  /** Events missing so far, since the first one seen; never less than before. */
  long missing() {
    return missing;
  }

  /** The formula stated at {@code Event.hash} in telemetry.proto. */
  private static ByteString hashOf(SealedEvent event) {
    ByteBuffer seq = ByteBuffer.allocate(Long.BYTES).putLong(event.getWireSeq()).flip();
    return Sha256.of(event.getPreviousHash(), ByteString.copyFrom(seq), event.getBody());
  }
}
