package org.tenuto.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tenuto.dose.DoseCalculator;
import org.tenuto.dose.ExactDose;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.ReadBack;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;

/**
 * What an order costs the executor before delivery: 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, BD
 * Plastipak 50 mL. It allocates, between two cycles and never in delivery.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoseBenchmark {

  private static final long NONCE = 4711;
  private static final long EXPIRES_AT_NS = 60_000_000_000L;

  private final Orders orders = new Orders();
  private final OrderReview review = orders.review();
  private final Order order = orders.usual();
  private final ReadBack confirmed = review.readBack(order, NONCE, EXPIRES_AT_NS);
  private final BodyWeight weight = new BodyWeight(order.weightG());
  private final DosePerWeight dose = new DosePerWeight(order.doseNgPerKg());
  private final InfusionTime time = new InfusionTime(order.durationS());
  private final Concentration concentration = new Concentration(order.concentrationNgPerMl());

  @Benchmark
  public ExactDose exactFigures() {
    return DoseCalculator.exact(weight, dose, time, concentration);
  }

  @Benchmark
  public ReadBack readBack() {
    return review.readBack(order, NONCE, EXPIRES_AT_NS);
  }

  @Benchmark
  public @Nullable PermittedRate permit() {
    return review.permit(confirmed);
  }
}
