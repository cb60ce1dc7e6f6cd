package org.tenuto.simulator.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;

/** What every executor said, as it said it. One session, one thread. */
public final class HeardEvents {

  /**
   * One event, as far as it can be held against what is on record of it.
   *
   * @param atNs when, monotonic ns
   * @param words its kind and stamp
   */
  record Said(long atNs, String words) {}

  /** A command, by who sent it. */
  record Command(long stationBootId, long seq) {}

  private final Map<Long, List<Said>> byBoot = new HashMap<>();
  private final Map<Long, Set<Long>> lost = new HashMap<>();
  private final Set<Command> accepted = new HashSet<>();
  private List<Said> present = new ArrayList<>();
  private long bootId;

  /** An executor said something. */
  public void heard(ExecutorEvent event) {
    if (event instanceof ExecutorEvent.Booted booted) {
      bootId = booted.bootId();
      present = new ArrayList<>();
      byBoot.put(bootId, present);
    } else if (event instanceof ExecutorEvent.Answered answered
        && answered.answer() == ExecutorEvent.Answer.ACCEPTED) {
      accepted.add(new Command(answered.stationBootId(), answered.commandSeq()));
    }
    present.add(new Said(event.stamp().monoNs(), words(event)));
  }

  /** What it said last could not be handed on. */
  public void lost(ExecutorEvent event) {
    lost.computeIfAbsent(bootId, _ -> new HashSet<>()).add(event.stamp().seq());
  }

  private static String words(ExecutorEvent event) {
    var stamp = event.stamp();
    return words(
        event.getClass().getSimpleName(),
        stamp.cycle(),
        stamp.state().name(),
        stamp.orderNonce(),
        stamp.atLeastNl(),
        stamp.atMostNl());
  }

  /** The same of an event on record. */
  static String words(org.tenuto.proto.journal.ExecutorEvent event) {
    var stamp = event.getStamp();
    return words(
        event.getBodyCase().name(),
        stamp.getCycle(),
        stamp.getState(),
        stamp.getOrderNonce(),
        stamp.getLedger().getAtLeastNl(),
        stamp.getLedger().getAtMostNl());
  }

  private static String words(
      String kind, long cycle, String state, long nonce, long atLeastNl, long atMostNl) {
    return kind.replace("_", "").toLowerCase(Locale.ROOT)
        + " in cycle "
        + cycle
        + " "
        + state
        + " of "
        + nonce
        + " "
        + atLeastNl
        + ".."
        + atMostNl
        + " nL";
  }

  /** What that executor said; null if nothing was heard of it. Event n is at n - 1. */
  @Nullable List<Said> of(long executorBootId) {
    return byBoot.get(executorBootId);
  }

  /** Whether that event could not be handed on. */
  boolean wasLost(long executorBootId, long seq) {
    return lost.getOrDefault(executorBootId, Set.of()).contains(seq);
  }

  /** Whether an executor carried that command out. */
  boolean wasAccepted(long stationBootId, long commandSeq) {
    return accepted.contains(new Command(stationBootId, commandSeq));
  }
}
