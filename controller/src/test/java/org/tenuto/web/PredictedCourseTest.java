package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.web.PredictedCourse.Delivered;
import org.tenuto.web.PredictedCourse.Rest;

/** The drawn curve against the closed form of the same program. */
class PredictedCourseTest {

  private static final Covariates PATIENT = new Covariates(new BodyWeight(70_000));
  private static final List<PkModel> MODELS = List.of(PkModel.DOMINO_1984, PkModel.KAMP_2020);

  /** 35 mL of 1 mg/mL in 40 min. */
  private static final long RATE_NL_PER_H = 52_500_000;

  private static final double NG_PER_S = 52.5e6 / 3_600;
  private static final long MINUTE_MS = 60_000;

  @Test
  void whatWasDeliveredAndWhatIsToComeLieOnTheClosedForm() {
    List<Delivered> delivered =
        LongStream.rangeClosed(0, 20).mapToObj(PredictedCourseTest::atFullRate).toList();
    ArrayNode models = course(delivered, List.of(new Rest(17_500_000, RATE_NL_PER_H)));

    for (int i = 0; i < MODELS.size(); i++) {
      ConcentrationCurve curve = curve(i, List.of(new PkPhase(NG_PER_S, 2_400, false)));
      assertThat(models.get(i).path("model").asText()).isEqualTo(MODELS.get(i).id());
      assertThat(models.get(i).path("past").size()).isEqualTo(21);
      assertThat(models.get(i).path("future").size()).isEqualTo(61);
      models.get(i).path("past").forEach(point -> requireOn(curve, point));
      models.get(i).path("future").forEach(point -> requireOn(curve, point));
      assertThat(last(models.get(i).path("future"))).isEqualTo(40 * MINUTE_MS);
    }
  }

  @Test
  void aPauseLetsTheCurveFall() {
    List<Delivered> delivered =
        List.of(
            atFullRate(0),
            atFullRate(20),
            new Delivered(30 * MINUTE_MS, 17_500_000));
    ArrayNode models = course(delivered, List.of());

    ConcentrationCurve curve =
        curve(0, List.of(new PkPhase(NG_PER_S, 1_200, false), PkPhase.pause(600)));
    models.get(0).path("past").forEach(point -> requireOn(curve, point));
    assertThat(models.get(0).path("future")).isEmpty();
  }

  @Test
  void aFigureThatWasTakenBackTakesNoDrugOutOfTheBody() {
    List<Delivered> delivered =
        List.of(atFullRate(0), atFullRate(10), new Delivered(10 * MINUTE_MS + 1, 8_740_000));
    ArrayNode models = course(delivered, List.of());

    ConcentrationCurve curve =
        curve(0, List.of(new PkPhase(NG_PER_S, 600, false), PkPhase.pause(1)));
    requireOn(curve, models.get(0).path("past").get(2));
  }

  private static Delivered atFullRate(long minute) {
    return new Delivered(minute * MINUTE_MS, minute * RATE_NL_PER_H / 60);
  }

  private static ArrayNode course(List<Delivered> delivered, List<Rest> rest) {
    var start =
        new PredictedConcentrations(
            MODELS,
            PATIENT,
            new ConcentrationCeiling(
                new PlasmaConcentration(350_000), new PlasmaConcentration(500_000)));
    ArrayNode json = Json.array();
    PredictedCourse.put(json, start, 1_000_000, delivered, rest);
    return json;
  }

  private static ConcentrationCurve curve(int model, List<PkPhase> phases) {
    return new ConcentrationCurve(MODELS.get(model).forPatient(PATIENT), phases);
  }

  /** Points are of whole milliseconds and picograms. */
  private static void requireOn(ConcentrationCurve curve, JsonNode point) {
    double pgPerMl = curve.cpNgPerMl(point.get(0).asLong() / 1_000.0) * 1_000;
    assertThat(point.get(1).asDouble()).isCloseTo(pgPerMl, within(2 + pgPerMl * 1e-5));
  }

  private static long last(JsonNode points) {
    return points.get(points.size() - 1).get(0).asLong();
  }
}
