package org.tenuto.control.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Breadth first over every input in every state, until no new state is found. */
final class Exploration {

  /** What is asked of every step. */
  interface Judge {
    /** What the step breaks; null if nothing. */
    @Nullable String judge(Facts before, Input input, Facts after);
  }

  /**
   * How a state was first reached.
   *
   * @param from key of the state before; null for the first
   */
  private record Step(@Nullable String from, @Nullable Input input) {}

  private final Map<String, Step> reached = new HashMap<>();
  private final Map<String, Integer> statesOf = new TreeMap<>();
  private final Map<Input, Integer> effects = new EnumMap<>(Input.class);
  private final Deque<World> open = new ArrayDeque<>();
  private final Judge judge;
  private long transitions;

  Exploration(Judge judge) {
    this.judge = judge;
  }

  /** All promises. */
  static @Nullable String everyPromise(Facts before, Input input, Facts after) {
    for (Promise promise : Promise.values()) {
      if (!promise.holds(before, input, after)) {
        return promise.name();
      }
    }
    return null;
  }

  /** Walks; returns the shortest path that breaks a promise, or null if none is broken. */
  @Nullable String walk(World start) {
    note(start, new Step(null, null));
    while (!open.isEmpty()) {
      World world = open.removeFirst();
      String broken = expand(world);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable String expand(World world) {
    Facts before = Facts.of(world);
    String key = world.key();
    for (Input input : Input.values()) {
      if (!input.possibleIn(world)) {
        continue;
      }
      World next = DeepCopy.of(world);
      input.happenTo(next);
      transitions++;
      Facts after = Facts.of(next);
      String broken = judge.judge(before, input, after);
      if (broken != null) {
        return broken + " by " + path(key, input) + "\n" + before + "\n" + after;
      }
      if (!next.key().equals(key)) {
        effects.merge(input, 1, Integer::sum);
      }
      note(next, new Step(key, input));
    }
    return null;
  }

  private void note(World world, Step step) {
    if (reached.putIfAbsent(world.key(), step) == null) {
      statesOf.merge(world.state().name(), 1, Integer::sum);
      open.addLast(world);
    }
  }

  private List<Input> path(String key, Input last) {
    List<Input> path = new ArrayList<>(List.of(last));
    for (Step step = reached.get(key); step != null && step.input() != null; ) {
      path.addFirst(step.input());
      step = step.from() == null ? null : reached.get(step.from());
    }
    return path;
  }

  int states() {
    return reached.size();
  }

  long transitions() {
    return transitions;
  }

  /** How many states there are of each state of the infusion. */
  Map<String, Integer> statesOf() {
    return statesOf;
  }

  /** In how many states each input changed something. */
  Map<Input, Integer> effects() {
    return effects;
  }
}
