package org.tenuto.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tenuto.report.Drawing.Spot;

/** One of the curves above each other: its values upwards, its name, its labels at the right. */
final class Panel {

  private static final double LABEL_HEIGHT = 11.5;
  private static final double LEAST_APART = 0.4;
  private static final double BESIDE = 6;

  private record Label(double y, String kind, String words) {}

  private final Drawing drawing;
  private final TimeAxis time;
  private final Scale scale;
  private final double top;
  private final double bottom;
  private final List<Label> labels = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param name what it shows, and its unit
   * @param highest the greatest value to be shown
   */
  Panel(
      Drawing drawing, TimeAxis time, String name, double highest, double top, double bottom) {
    this(drawing, time, name, 0, highest, top, bottom);
  }

  /**
   * An empty one, of values that may be below 0.
   *
   * @param lowest the least value to be shown, 0 or below
   * @param highest the greatest, 0 or above
   */
  Panel(
      Drawing drawing,
      TimeAxis time,
      String name,
      double lowest,
      double highest,
      double top,
      double bottom) {
    this.drawing = drawing;
    this.time = time;
    this.top = top;
    this.bottom = bottom;
    scale = Scale.ofValues(lowest, highest, bottom, top);
    drawing.text("name", TimeAxis.LEFT, top - BESIDE, "start", name);
    for (double tick : scale.ticks()) {
      drawing.line("grid", TimeAxis.LEFT, scale.at(tick), TimeAxis.RIGHT, scale.at(tick));
      drawing.text("tick", TimeAxis.LEFT - BESIDE, scale.at(tick) + 3.5, "end", number(tick));
    }
    drawing.line("axis", TimeAxis.LEFT, bottom, TimeAxis.RIGHT, bottom);
  }

  private static String number(double value) {
    return Figures.number(new BigDecimal(value).round(new MathContext(6)));
  }

  double high() {
    return scale.high();
  }

  Spot spot(double s, double value) {
    return new Spot(time.xOfS(s), scale.at(value));
  }

  /** A level line over the whole time, with its label. */
  void level(String kind, double value, String words) {
    drawing.line(kind, TimeAxis.LEFT, scale.at(value), TimeAxis.RIGHT, scale.at(value));
    label(value, kind, words);
  }

  /** A label for a curve that ends at that value. */
  void label(double value, String kind, String words) {
    labels.add(new Label(scale.at(value), kind, words));
  }

  /** Draws a curve, without what is too close to be seen. */
  void curve(String kind, List<Spot> spots) {
    drawing.curve(kind, thinned(spots));
  }

  /** Shades what is between two curves over the same times. */
  void between(String kind, List<Spot> lower, List<Spot> upper) {
    List<Spot> around = new ArrayList<>(thinned(lower));
    around.addAll(thinned(upper).reversed());
    drawing.area(kind, around);
  }

  private static List<Spot> thinned(List<Spot> spots) {
    List<Spot> kept = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      boolean end = i == 0 || i == spots.size() - 1;
      Spot spot = spots.get(i);
      if (end || spot.x() - kept.getLast().x() >= LEAST_APART) {
        kept.add(spot);
      }
    }
    return kept;
  }

  /** Writes the labels, none over another: from the lowest up, then from the top down. */
  void writeLabels() {
    List<Label> sorted =
        labels.stream().sorted(Comparator.comparingDouble(Label::y).reversed()).toList();
    double[] y = new double[sorted.size()];
    for (int i = 0; i < y.length; i++) {
      double free = i == 0 ? bottom : y[i - 1] - LABEL_HEIGHT;
      y[i] = Math.min(sorted.get(i).y(), free);
    }
    double least = top - 2;
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.max(y[i], least);
      least = y[i] + LABEL_HEIGHT;
    }
    for (int i = 0; i < y.length; i++) {
      Label label = sorted.get(i);
      double x = TimeAxis.RIGHT + BESIDE;
      drawing.text("label " + label.kind(), x, y[i] + 3.5, "start", label.words());
    }
  }
}
