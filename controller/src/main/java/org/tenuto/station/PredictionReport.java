package org.tenuto.station;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.PkModel;

/** A prediction as text for people, as CSV or as JSON. No figure without its model's name. */
@NullMarked
record PredictionReport(Prediction prediction) {

  /** What must stand beside every prediction. */
  static final String CAVEAT =
      "Predictions of population models, not measurements. No recovery time is predicted.";

  private static final int PLACES = 9;
  private static final double S_PER_MIN = 60;

  /** The peak each model predicts, and bands to read it by. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "program", prediction.programText());
    line(text, "shown", "to " + Prediction.minutes(prediction.untilS()) + " min");
    prediction.curves().forEach((model, curve) -> model(text, model, curve));
    String name = "bands";
    for (PlasmaBand band : PlasmaBand.of(prediction.drug())) {
      line(text, name, "%-15s %s (%s)".formatted(band.effect(), band.range(), band.source()));
      name = "";
    }
    line(
        text, "", "measured in studies of " + prediction.drug().text() + ", not with these models");
    line(text, "", CAVEAT);
    line(text, "", "Research and teaching software: never connect it to a person.");
    return text.toString();
  }

  private void model(StringBuilder text, PkModel model, ConcentrationCurve curve) {
    List<Double> times = times();
    line(text, "model", model.title() + ", " + model.id());
    line(text, "", "peak Cp " + peakText(CurvePeak.of(curve::cpNgPerMl, times)));
    String effect =
        model.hasKe0()
            ? "peak Ce "
                + peakText(CurvePeak.of(curve::ceNgPerMl, times))
                + (model.ke0Published() ? "" : ", its ke0 not published with the model")
            : "no Ce: the model has no effect site";
    line(text, "", effect);
    line(text, "", model.source());
  }

  private static String peakText(CurvePeak peak) {
    return String.format(
        Locale.ROOT, "%.1f ng/mL at %.1f min", peak.ngPerMl(), peak.atS() / S_PER_MIN);
  }

  private List<Double> times() {
    return CurvePeak.times(prediction.program(), (double) prediction.untilS());
  }

  /** Columns t_min, cp_ng_ml, ce_ng_ml; of several models a row names its model first. */
  void csv(PrintWriter out) {
    boolean several = prediction.curves().size() > 1;
    out.print(several ? "model,t_min,cp_ng_ml,ce_ng_ml\n" : "t_min,cp_ng_ml,ce_ng_ml\n");
    prediction
        .curves()
        .forEach((model, curve) -> csv(out, several ? model.id() + "," : "", model, curve));
  }

  private void csv(PrintWriter out, String start, PkModel model, ConcentrationCurve curve) {
    for (long point = 0; point < prediction.points(); point++) {
      double tS = (double) prediction.atS(point);
      out.print(start + Prediction.minutes(prediction.atS(point)) + ",");
      out.print(decimal(curve.cpNgPerMl(tS)) + ",");
      out.print((model.hasKe0() ? decimal(curve.ceNgPerMl(tS)) : "") + "\n");
    }
  }

  /** One JSON object: a column of figures each. */
  String json() {
    JsonText json = new JsonText();
    json.number("weight_kg", prediction.weight().kg().stripTrailingZeros().toPlainString());
    json.text("drug", prediction.drug().text());
    json.texts("program", prediction.program().stream().map(PhaseText::text).toList());
    json.text("note", CAVEAT);
    json.number("t_min", array(point -> Prediction.minutes(prediction.atS(point))));
    json.open("models");
    prediction.curves().forEach((model, curve) -> json(json, model, curve));
    return json.close().end();
  }

  private void json(JsonText json, PkModel model, ConcentrationCurve curve) {
    json.open(model.id()).text("title", model.title()).text("source", model.source());
    peak(json, "cp", CurvePeak.of(curve::cpNgPerMl, times()));
    json.number("cp_ng_ml", column(curve::cpNgPerMl));
    if (model.hasKe0()) {
      json.number("ke0_published", String.valueOf(model.ke0Published()));
      peak(json, "ce", CurvePeak.of(curve::ceNgPerMl, times()));
    }
    json.number("ce_ng_ml", model.hasKe0() ? column(curve::ceNgPerMl) : "null").close();
  }

  private static void peak(JsonText json, String name, CurvePeak peak) {
    json.number("peak_" + name + "_ng_ml", decimal(peak.ngPerMl()));
    json.number("peak_" + name + "_t_min", decimal(peak.atS() / S_PER_MIN));
  }

  private String column(DoubleUnaryOperator ngPerMlAtS) {
    return array(point -> decimal(ngPerMlAtS.applyAsDouble((double) prediction.atS(point))));
  }

  private String array(LongFunction<String> figure) {
    return LongStream.range(0, prediction.points())
        .mapToObj(figure)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String decimal(double value) {
    return new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-9s%s%n".formatted(name, value));
  }
}
