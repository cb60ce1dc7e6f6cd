package org.tenuto.dose;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;
import org.tenuto.quantity.WardUnit;

/** Checks whether the loaded syringe can give the ordered volume. */
final class SyringeLimits {

  /**
   * What stays in the extension set at the end and must be loaded on top of the volume to be
   * infused: 1.5 mL, a usual extension (engineering proposal, no published figure).
   */
  static final Volume DEAD_VOLUME = new Volume(1_500_000);

  private static final int SHOWN_PLACES = 3;

  private SyringeLimits() {}

  static void checkSyringe(Syringe syringe, Volume loaded, Findings findings) {
    if (syringe.approximate()) {
      findings.add(
          ReasonCode.SYRINGE_APPROXIMATE,
          "syringe " + syringe.name(),
          "one whose inner diameter is known from a source");
    }
    if (loaded.compareTo(syringe.capacity()) > 0) {
      findings.add(
          ReasonCode.LOADED_ABOVE_CAPACITY,
          "loaded volume " + loaded.text(),
          "at most " + syringe.capacity().text() + ", what " + syringe.name() + " holds");
    }
  }

  /**
   * Checks that the ordered volume and the dead volume were loaded.
   *
   * @param drug names the concentrations that fit; null if the drug is unknown
   */
  static void checkLoaded(
      ExactDose exact, Volume loaded, @Nullable DrugEntry drug, Findings findings) {
    if (fits(exact.volumeMl(), loaded)) {
      return;
    }
    String volume = WardUnit.ML.format(exact.volumeMl().ceiling(SHOWN_PLACES));
    findings.add(
        ReasonCode.VOLUME_BEYOND_LOADED,
        "volume " + volume + " and " + DEAD_VOLUME.text() + " dead volume",
        "at most "
            + loaded.text()
            + ", what is loaded; concentrations that fit: "
            + fitting(exact.totalMg(), loaded, drug));
  }

  private static boolean fits(Ratio volumeMl, Volume loaded) {
    return volumeMl.compareTo(loaded.ml().subtract(DEAD_VOLUME.ml())) <= 0;
  }

  private static String fitting(Ratio totalMg, Volume loaded, @Nullable DrugEntry drug) {
    if (drug == null) {
      return "unknown";
    }
    String fitting =
        drug.concentrations().stream()
            .filter(c -> fits(DoseCalculator.volumeMl(totalMg, c), loaded))
            .map(Concentration::text)
            .collect(Collectors.joining(", "));
    return fitting.isEmpty() ? "none" : fitting;
  }
}
