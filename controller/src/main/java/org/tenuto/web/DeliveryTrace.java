package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.web.LiveView.Delivery;

/**
 * Delivered volume over time of the present order, for the plot: at most {@value #POINTS} points,
 * the spacing doubles when they are used up. Time starts when this station first sees the order
 * infuse; an order it finds under way is taken to have run at its ordered rates so far. Thread-safe.
 */
final class DeliveryTrace {

  private static final int POINTS = 240;
  private static final long FIRST_SPACING_MS = 500;
  private static final long MS_PER_S = 1_000;
  private static final long MS_PER_H = 3_600_000;

  private record Point(long elapsedMs, long atLeastNl) {}

  private final List<Point> points = new ArrayList<>();
  private long nonce;
  private long originNs;
  private long endNs;
  private boolean ended;
  private long spacingMs;

  /** Takes note of the device as it is at {@code nowNs}; returns the order's elapsed time, ms. */
  synchronized long record(LiveView live, long nowNs) {
    Delivery delivery = live.delivery();
    if (delivery == null) {
      return 0;
    }
    boolean running =
        live.state() == InfusionState.INFUSING || live.state() == InfusionState.PAUSED;
    if (delivery.nonce() != nonce) {
      if (!running) {
        return 0;
      }
      begin(live, delivery, nowNs);
    }
    if (!running && !ended) {
      ended = true;
      endNs = nowNs;
    }
    long elapsedMs = ((ended ? endNs : nowNs) - originNs) / 1_000_000;
    if (running) {
      add(elapsedMs, delivery.atLeastNl());
    }
    return elapsedMs;
  }

  private void begin(LiveView live, Delivery delivery, long nowNs) {
    nonce = delivery.nonce();
    points.clear();
    ended = false;
    spacingMs = FIRST_SPACING_MS;
    originNs = nowNs - runMs(live.readBack(), delivery) * 1_000_000;
  }

  /** Time the volume took so far: whole phases, and the rest at the rate that is ordered now. */
  private static long runMs(@Nullable ReadBackView readBack, Delivery delivery) {
    long leftNl = delivery.atLeastNl();
    long ms = 0;
    if (readBack != null) {
      for (ReadBack.Phase phase : readBack.readBack().phases()) {
        if (leftNl < phase.volumeNl()) {
          break;
        }
        leftNl -= phase.volumeNl();
        ms += phase.durationS() * MS_PER_S;
      }
    }
    long rateNlPerH = Math.max(1, delivery.orderedRateNlPerH());
    return ms + Math.multiplyExact(leftNl, MS_PER_H) / rateNlPerH;
  }

  private void add(long elapsedMs, long atLeastNl) {
    if (!points.isEmpty() && elapsedMs - points.getLast().elapsedMs() < spacingMs) {
      return;
    }
    points.add(new Point(elapsedMs, atLeastNl));
    if (points.size() == POINTS) {
      thin();
    }
  }

  private void thin() {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += 2) {
      kept.add(points.get(i));
    }
    points.clear();
    points.addAll(kept);
    spacingMs *= 2;
  }

  /** What the order with this nonce delivered so far; none of another. */
  synchronized List<PredictedCourse.Delivered> delivered(Delivery shown) {
    return shown.nonce() == nonce
        ? points.stream()
            .map(p -> new PredictedCourse.Delivered(p.elapsedMs(), p.atLeastNl()))
            .toList()
        : List.of();
  }

  /** The trace of the order with this nonce, or an empty one. */
  synchronized ObjectNode json(@Nullable Delivery shown) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("points");
    if (shown != null && shown.nonce() == nonce) {
      points.forEach(p -> list.addArray().add(p.elapsedMs()).add(p.atLeastNl()));
    }
    return json;
  }
}
