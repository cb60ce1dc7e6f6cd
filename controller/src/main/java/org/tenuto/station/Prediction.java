package org.tenuto.station;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.KetamineForm;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardNumber;

/**
 * What models predict for a program: a curve each, and the times to show it at.
 *
 * @param weight 25 to 300 kg
 * @param program the phases as written
 * @param curves of models of one drug; at least one
 * @param stepS from row to row, s, above 0
 * @param untilS no row is later, s
 */
@NullMarked
record Prediction(
    BodyWeight weight,
    List<PhaseText> program,
    Map<PkModel, ConcentrationCurve> curves,
    long stepS,
    long untilS) {

  private static final BigDecimal S_PER_MIN = BigDecimal.valueOf(60);
  private static final int PLACES = 9;

  /** The prediction of these models. */
  static Prediction of(
      BodyWeight weight, List<PhaseText> program, List<PkModel> models, long stepS, long untilS) {
    List<PkPhase> phases = program.stream().map(phase -> phase.pkPhase(weight)).toList();
    Map<PkModel, ConcentrationCurve> curves = new EnumMap<>(PkModel.class);
    for (PkModel model : models) {
      var solved = model.forPatient(new Covariates(weight));
      curves.put(model, new ConcentrationCurve(solved, phases));
    }
    return new Prediction(weight, program, curves, stepS, untilS);
  }

  /** The drug all its models describe. */
  KetamineForm drug() {
    return curves.keySet().iterator().next().drug();
  }

  /** How many points in time there are. */
  long points() {
    return untilS / stepS + 1;
  }

  /** When one point is, s. */
  long atS(long point) {
    return point * stepS;
  }

  /** The program for people, in one line. */
  String programText() {
    return weight.text()
        + ", "
        + drug().text()
        + ": "
        + program.stream().map(PhaseText::text).collect(Collectors.joining(", "));
  }

  /** A time in minutes: exact wherever that comes out even, else to 9 decimals. */
  static String minutes(long s) {
    return WardNumber.format(new Ratio(BigDecimal.valueOf(s), S_PER_MIN).nearest(PLACES));
  }
}
