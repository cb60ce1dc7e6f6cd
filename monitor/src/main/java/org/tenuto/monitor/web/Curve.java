package org.tenuto.monitor.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.Progress;

/**
 * A device's figures over the time it was watched: each second at first, at longer and longer steps
 * when there is no more room, then the last hours only. Where nothing was heard is a gap: nothing
 * is filled in.
 */
final class Curve {

  static final int POINTS = 480;
  private static final long FIRST_STEP_MS = 900;
  private static final long LONGEST_STEP_MS = 14_400;

  /** As long as a device is fresh. */
  private static final long GAP_MS = 3_000;

  private static final long NONE = -1;

  private final Deque<Point> points = new ArrayDeque<>();
  private long stepMs = FIRST_STEP_MS;
  private long heardMs = NONE;
  private boolean gap;

  /**
   * A moment.
   *
   * @param afterGap whether nothing was heard for a while before it
   * @param predicted of each of the models, in their order
   */
  private record Point(
      long atMs,
      boolean afterGap,
      long rateNlPerH,
      long atLeastNl,
      long atMostNl,
      List<String> models,
      List<Concentration> predicted) {

    private Point afterGap(boolean any) {
      return any == afterGap
          ? this
          : new Point(atMs, any, rateNlPerH, atLeastNl, atMostNl, models, predicted);
    }
  }

  /** What a model predicts, pg/mL; -1 where it predicts none. */
  private record Concentration(long plasma, long effect) {

    private static Concentration of(PredictedNow now) {
      return new Concentration(
          now.hasPlasmaPgPerMl() ? now.getPlasmaPgPerMl() : NONE,
          now.hasEffectPgPerMl() ? now.getEffectPgPerMl() : NONE);
    }
  }

  /** Takes what was heard at {@code nowMs}. */
  void add(long nowMs, Progress progress) {
    gap |= heardMs != NONE && nowMs - heardMs > GAP_MS;
    heardMs = nowMs;
    if (!points.isEmpty() && nowMs - points.getLast().atMs < stepMs && !gap) {
      return;
    }
    points.add(point(nowMs, progress));
    gap = false;
    if (points.size() > POINTS) {
      makeRoom();
    }
  }

  private Point point(long nowMs, Progress progress) {
    List<PredictedNow> predicted =
        progress.getPredictedNowList().stream().limit(Said.MOST_MODELS).toList();
    List<String> models = predicted.stream().map(now -> Plain.word(now.getModelId())).toList();
    boolean same = !points.isEmpty() && points.getLast().models.equals(models);
    return new Point(
        nowMs,
        gap,
        progress.getRateNlPerH(),
        progress.getAtLeastNl(),
        progress.getAtMostNl(),
        same ? points.getLast().models : models,
        predicted.stream().map(Concentration::of).toList());
  }

  /** Every second point goes, but not the gaps; or the oldest, when steps are long enough. */
  private void makeRoom() {
    if (stepMs >= LONGEST_STEP_MS) {
      points.removeFirst();
      return;
    }
    stepMs *= 2;
    List<Point> all = new ArrayList<>(points);
    points.clear();
    boolean gapBefore = false;
    for (int i = 0; i < all.size(); i++) {
      gapBefore |= all.get(i).afterGap;
      if (i % 2 == 0) {
        points.add(all.get(i).afterGap(gapBefore));
        gapBefore = false;
      }
    }
    gap |= gapBefore;
  }

  /** Times are ms ago; -1 stands for no figure. */
  JsonWriter json(long nowMs) {
    return new JsonWriter()
        .put("ago", column(point -> nowMs - point.atMs))
        .put("gap", points.stream().map(Point::afterGap).toList())
        .put("rate", column(Point::rateNlPerH))
        .put("atLeast", column(Point::atLeastNl))
        .put("atMost", column(Point::atMostNl))
        .put("models", modelNames().stream().map(this::model).toList());
  }

  private List<Long> column(ToLongFunction<Point> figure) {
    return points.stream().map(figure::applyAsLong).toList();
  }

  private List<String> modelNames() {
    return points.stream()
        .flatMap(point -> point.models.stream())
        .distinct()
        .limit(Said.MOST_MODELS)
        .toList();
  }

  private JsonWriter model(String name) {
    List<Long> plasma = new ArrayList<>();
    List<Long> effect = new ArrayList<>();
    for (Point point : points) {
      int index = point.models.indexOf(name);
      plasma.add(index < 0 ? NONE : point.predicted.get(index).plasma);
      effect.add(index < 0 ? NONE : point.predicted.get(index).effect);
    }
    return new JsonWriter().put("model", name).put("plasma", plasma).put("effect", effect);
  }
}
