package org.tenuto.pk;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.tenuto.quantity.BodyWeight;

/** Random models, patients and programs, the same for the same seed. */
@NullMarked
final class RandomBodies {

  private final SplittableRandom random;

  RandomBodies(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  /** Spread evenly over the orders of magnitude. */
  double magnitude(double low, double high) {
    return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  Covariates patient() {
    return new Covariates(new BodyWeight(random.nextLong(25_000, 300_001)));
  }

  /** A published set for a random patient. */
  CompartmentModel published() {
    return PkModel.values()[below(PkModel.values().length)].forPatient(patient());
  }

  /** Parameters over five orders of magnitude; one in two with constants that nearly coincide. */
  RateConstants constants() {
    double k21 = magnitude(1e-4, 10);
    double k12 = magnitude(1e-4, 10);
    double k10 = magnitude(1e-4, 10);
    double ke0 = magnitude(1e-3, 10);
    double v1L = magnitude(0.5, 200);
    if (below(5) == 0) {
      return new RateConstants(v1L, k10, k12, k21, 0, 0, ke0);
    }
    double k31 = below(2) == 0 ? magnitude(1e-4, 10) : nearly(k21);
    double k13 = below(4) == 0 ? magnitude(1e-9, 1e-6) : magnitude(1e-4, 10);
    var apart = new RateConstants(v1L, k10, k12, k21, k13, k31, ke0);
    if (below(2) == 0) {
      return apart;
    }
    CompartmentModel solved = new CompartmentModel(apart);
    double close = nearly(solved.lambdaPerMin(below(solved.modes())));
    return new RateConstants(v1L, k10, k12, k21, k13, k31, Math.clamp(close, 1e-9, 1e4));
  }

  /** The same, or off by 1e-16 to 1e-2 of itself. */
  private double nearly(double value) {
    return below(4) == 0 ? value : value * (1 + magnitude(1e-16, 1e-2));
  }

  /** Up to six phases, of a second to hours, pauses and instant boluses among them. */
  List<PkPhase> program() {
    List<PkPhase> phases = new ArrayList<>();
    int count = 1 + below(6);
    for (int i = 0; i < count; i++) {
      phases.add(phase());
    }
    return phases;
  }

  /** The same, with phases as a pump could give them: no instant bolus. */
  List<PkPhase> pumpProgram() {
    return program().stream()
        .map(
            phase -> phase.instantNg() == 0 ? phase : new PkPhase(phase.instantNg() / 30, 30, true))
        .toList();
  }

  private PkPhase phase() {
    return switch (below(5)) {
      case 0 -> PkPhase.pause(magnitude(1, 20_000));
      case 1 -> PkPhase.instant(magnitude(1e4, 3e7));
      case 2 -> new PkPhase(magnitude(1e4, 5e5), magnitude(10, 300), true);
      default -> new PkPhase(magnitude(100, 5e4), magnitude(1, 15_000), false);
    };
  }
}
