package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tenuto.benchmarks.Launcher.Cache;

/** How long starts took, and what they locked, with a cache and without. One thread. */
final class StartTimes {

  /** What is waited for, or used up by then. */
  enum Stage {
    LINK("executor", "link", "ms", "link: configuration, library and line are good"),
    FIRST_CYCLE("executor", "first-cycle", "ms", "first cycle of the loop, rehearsed"),
    EXECUTOR_CPU("executor", "cpu", "ms", "processor time by then"),
    LOCKED("executor", "locked", "MiB", "memory locked by then, MiB"),
    PAGE("station", "page", "ms", "page answers 200"),
    STATION_CPU("station", "cpu", "ms", "processor time by then");

    private final String process;
    private final String word;
    private final String unit;
    private final String text;

    Stage(String process, String word, String unit, String text) {
      this.process = process;
      this.word = word;
      this.unit = unit;
      this.text = text;
    }

    String process() {
      return process;
    }

    String text() {
      return text;
    }
  }

  /** Of the executor, until its first cycle; design: a start from the cache was 0.63 of another. */
  private static final double RATIO_AT_MOST = 0.65;

  private final Map<Stage, Map<Cache, Repeats>> all = new EnumMap<>(Stage.class);
  private final Map<Stage, Repeats> ratios = new EnumMap<>(Stage.class);
  private final Map<Stage, Map<Cache, Double>> last = new EnumMap<>(Stage.class);

  StartTimes() {
    for (Stage stage : Stage.values()) {
      Map<Cache, Repeats> both = new EnumMap<>(Cache.class);
      for (Cache cache : Cache.values()) {
        both.put(cache, new Repeats());
      }
      all.put(stage, both);
      ratios.put(stage, new Repeats());
      last.put(stage, new EnumMap<>(Cache.class));
    }
  }

  /** An executor had its link. */
  void link(Cache cache, double ms) {
    add(Stage.LINK, cache, ms);
  }

  /** An executor's loop had gone through its first cycle. */
  void firstCycle(Cache cache, double ms, double cpuMs, double lockedMib) {
    add(Stage.FIRST_CYCLE, cache, ms);
    add(Stage.EXECUTOR_CPU, cache, cpuMs);
    add(Stage.LOCKED, cache, lockedMib);
  }

  /** A station's page was there. */
  void page(Cache cache, double ms, double cpuMs) {
    add(Stage.PAGE, cache, ms);
    add(Stage.STATION_CPU, cache, cpuMs);
  }

  private void add(Stage stage, Cache cache, double value) {
    of(stage, cache).add(value);
    Objects.requireNonNull(last.get(stage)).put(cache, value);
  }

  /** A round is through: the last starts with and without belong together. */
  void pair() {
    for (Stage stage : Stage.values()) {
      Map<Cache, Double> both = Objects.requireNonNull(last.get(stage));
      double plain = Objects.requireNonNull(both.get(Cache.PLAIN));
      double cached = Objects.requireNonNull(both.get(Cache.CACHE));
      if (plain > 0) {
        ratio(stage).add(cached / plain);
      }
    }
  }

  /** What such starts took, in the stage's unit. */
  Repeats of(Stage stage, Cache cache) {
    return Objects.requireNonNull(Objects.requireNonNull(all.get(stage)).get(cache));
  }

  /** With the cache, as a multiple of that without in the same round. */
  Repeats ratio(Stage stage) {
    return Objects.requireNonNull(ratios.get(stage));
  }

  /** All of it, in the order of the table. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      for (Cache cache : Cache.values()) {
        Repeats starts = of(stage, cache);
        figures.add(Figure.of(name(stage, cache), stage.unit, starts.median(), starts.spread()));
      }
      figures.add(ratioFigure(stage));
    }
    return figures;
  }

  private static String name(Stage stage, Cache cache) {
    return "startup "
        + stage.process
        + (cache == Cache.CACHE ? " cache " : " plain ")
        + stage.word;
  }

  /** The figure of the target where there is one. */
  Figure ratioFigure(Stage stage) {
    Repeats ratio = ratio(stage);
    boolean judged = stage == Stage.FIRST_CYCLE;
    return Figure.ratio(
        "startup " + stage.process + " cache/plain" + (judged ? "" : " " + stage.word),
        ratio.median(),
        ratio.spread(),
        judged ? RATIO_AT_MOST : Double.NaN);
  }
}
