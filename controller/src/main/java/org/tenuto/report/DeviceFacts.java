package org.tenuto.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.ClockStepped;
import org.tenuto.proto.journal.CyclesSkipped;
import org.tenuto.proto.journal.EventsMissing;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.StationStarted;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** What the record says of the device itself, and of its own doubts, up to the end of a session. */
final class DeviceFacts {

  /** The wall clock was set. */
  record Step(Kept kept, long byMs) {}

  private final List<StationStarted> stations = new ArrayList<>();
  private final List<Booted> executors = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> unreadable = new LinkedHashSet<>();
  private long unreadableCount;
  private long eventsMissing;
  private long cyclesSkipped;

  /** Takes the next record. */
  void take(Kept kept) {
    switch (kept.message()) {
      case StationStarted one -> stations.add(one);
      case ClockStepped one -> steps.add(new Step(kept, one.getByMs()));
      case EventsMissing one -> eventsMissing += one.getToSeq() - one.getFromSeq() + 1;
      case ExecutorEvent event when event.hasBooted() -> executors.add(event.getBooted());
      case ExecutorEvent event when event.hasCyclesSkipped() ->
          skipped(event.getCyclesSkipped());
      case null -> unreadable(kept);
      default -> {
        // Nothing of the device.
      }
    }
  }

  private void skipped(CyclesSkipped one) {
    cyclesSkipped += one.getSkipped();
  }

  private void unreadable(Kept kept) {
    unreadableCount++;
    unreadable.add(kept.record().type());
  }

  /** The session begins: of what was before, only what still holds belongs to it. */
  void begin() {
    keepLast(stations);
    keepLast(executors);
    steps.clear();
    unreadable.clear();
    unreadableCount = 0;
    eventsMissing = 0;
    cyclesSkipped = 0;
  }

  private static <T> void keepLast(List<T> all) {
    if (all.size() > 1) {
      T last = all.getLast();
      all.clear();
      all.add(last);
    }
  }

  List<StationStarted> stations() {
    return List.copyOf(stations);
  }

  List<Booted> executors() {
    return List.copyOf(executors);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  long eventsMissing() {
    return eventsMissing;
  }

  long cyclesSkipped() {
    return cyclesSkipped;
  }

  /** Records this version can't read, and of which types; empty if it can read them all. */
  String unreadable() {
    return unreadableCount == 0
        ? ""
        : unreadableCount + " records of type " + String.join(", ", unreadable);
  }

  /** A key of the station's configuration, e.g. {@code site}; null if it is not on record. */
  @Nullable String configured(String key) {
    if (stations.isEmpty()) {
      return null;
    }
    TomlParseResult toml = Toml.parse(stations.getLast().getConfiguration());
    return toml.hasErrors() || !toml.isString(key) ? null : toml.getString(key);
  }
}
