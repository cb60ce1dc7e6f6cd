package org.tenuto.station;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.journal.Entry;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.EventsMissing;

/**
 * Takes the executor's events from the link, and makes of each what goes on record. Keeper only.
 */
final class EventIntake {

  private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);
  private static final int EVENTS_A_ROUND = 200;

  private final StationLink link;
  private final ExecutorWatch executor;
  private final StationClock clock;
  private long lastSeq;
  private long lastBootId;

  EventIntake(StationLink link, ExecutorWatch executor, StationClock clock) {
    this.link = link;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Takes what there is, so much at most.
   *
   * @param events gets each event
   * @param entries gets what of it goes on record
   */
  void drain(List<ExecutorEvent> events, List<Entry> entries) {
    while (events.size() < EVENTS_A_ROUND) {
      ExecutorEvent event = link.pollEvent();
      if (event == null) {
        return;
      }
      noteMissing(event.stamp().seq(), entries);
      var wall = clock.wall();
      events.add(event);
      entries.add(
          Entry.publishable(
              link.executorBootId(),
              event.stamp().monoNs(),
              wall,
              JournalForm.event(event),
              WireForm.event(event, wall)));
      lastSeq = event.stamp().seq();
      lastBootId = link.executorBootId();
    }
  }

  /** A hole in what the executor said is put on record, never passed over. */
  private void noteMissing(long seq, List<Entry> entries) {
    long bootId = link.executorBootId();
    long before = lastOf(bootId);
    if (seq > before + 1) {
      LOG.warn("executor events {} to {} are missing", before + 1, seq - 1);
      var missing =
          EventsMissing.newBuilder()
              .setExecutorBootId(bootId)
              .setFromSeq(before + 1)
              .setToSeq(seq - 1)
              .build();
      entries.add(Entry.confined(bootId, clock.nowNs(), clock.wall(), missing));
    }
  }

  /** Last event taken of this boot of the executor, by this station or those before it. */
  long lastOf(long executorBootId) {
    return executorBootId == lastBootId ? lastSeq : executor.resumedAfterSeq();
  }

  /** Says that everything taken so far is durable. */
  void durable() {
    link.eventsDurableTo(lastSeq);
  }
}
