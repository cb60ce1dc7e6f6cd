package org.tenuto.pk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.tenuto.quantity.BodyWeight;

/** The reference tables, computed with 50 digits by two methods outside this project. */
@NullMarked
final class Vectors {

  private static final double NG_PER_MG = 1e6;

  private Vectors() {}

  /** The rows of a table without its header. */
  static Stream<String[]> rows(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static CompartmentModel model(String id, String weightKg) {
    PkModel model = Objects.requireNonNull(PkModel.byId(id), id);
    return model.forPatient(new Covariates(BodyWeight.parse("weight", weightKg + "kg")));
  }

  /** The scenarios of the reference, as facts describe them. */
  static List<PkPhase> phases(String scenario, double weightKg) {
    return switch (scenario) {
      case "0.5mgkg_40min" -> List.of(phase(0.5 * weightKg, 40));
      case "0.3mgkgh_4h" -> List.of(phase(1.2 * weightKg, 240));
      case "bolus0.11_then0.6mgkg_50min" ->
          List.of(phase(0.11 * weightKg, 2), phase(0.6 * weightKg, 50));
      case "interrupted_0.5mgkg40_pause10at20" ->
          List.of(phase(0.25 * weightKg, 20), PkPhase.pause(600), phase(0.25 * weightKg, 20));
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  /** An even infusion of that much in that time. */
  static PkPhase phase(double mg, double min) {
    return new PkPhase(mg * NG_PER_MG / (min * 60), min * 60, false);
  }
}
