package org.tenuto.simulator.boundary;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.telemetry.Envelope;

/** What a modelled broker has got, in the order in which it came. One thread. */
public final class Received {

  private static final String EVENT = "event";

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Envelope> last = new HashMap<>();
  private final List<SealedEvent> events = new ArrayList<>();
  private final BitSet come = new BitSet();

  void take(Envelope envelope) {
    counts.merge(envelope.topic(), 1, Integer::sum);
    last.put(envelope.topic(), envelope);
    if (envelope.topic().equals(EVENT)) {
      try {
        SealedEvent event = SealedEvent.parseFrom(envelope.payload());
        events.add(event);
        come.set(Math.toIntExact(event.getWireSeq()));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException("what was published as an event is none", e);
      }
    }
  }

  /** How many messages came on a topic, e.g. {@code live}. */
  public int count(String topic) {
    return counts.getOrDefault(topic, 0);
  }

  /** Whether the last word about the connection is this one, byte for byte. */
  boolean lastIs(Envelope envelope) {
    return envelope.equals(last.get(envelope.topic()));
  }

  /** Events as they came; one may come twice. Grows as more come. */
  public List<SealedEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** Wire sequences of the events as they came. */
  public List<Long> wireSeqs() {
    return events.stream().map(SealedEvent::getWireSeq).toList();
  }

  /** Up to where every event has come at least once, from 1 on; 0 if the first has not. */
  public long completeTo() {
    return come.nextClearBit(1) - 1L;
  }
}
