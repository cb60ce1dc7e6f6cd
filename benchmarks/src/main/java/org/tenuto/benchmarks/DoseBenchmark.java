package org.tenuto.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tenuto.dose.Guardrail;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderDraft;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Verdict;
import org.tenuto.quantity.Volume;

/**
 * What an order costs the executor before delivery: 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, BD
 * Plastipak 50 mL. It allocates, between two cycles and never in delivery.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoseBenchmark {

  private static final Volume NOTHING_YET = new Volume(0);
  private static final long NONCE = 4711;
  private static final long EXPIRES_AT_NS = 60_000_000_000L;

  private final Orders orders = new Orders();
  private final OrderReview review = orders.review();
  private final Order order = orders.usual();
  private final ReadBack confirmed = review.readBack(order, NONCE, EXPIRES_AT_NS);
  private final PermittedOrder permitted = Objects.requireNonNull(review.permit(confirmed));
  private final Guardrail guardrail = orders.guardrail();

  /** Exact figures, what the pump makes of them, every limit but the ceiling, no look-ahead. */
  @Benchmark
  public OrderDraft draft() {
    return review.draft(order);
  }

  /** The same and six hours of every model. */
  @Benchmark
  public Verdict check() {
    return guardrail.check(order);
  }

  @Benchmark
  public ReadBack readBack() {
    return review.readBack(order, NONCE, EXPIRES_AT_NS);
  }

  /** The order that was read back, as the pump may be told it: once for each read-back. */
  @Benchmark
  public @Nullable PermittedOrder permit() {
    return review.permit(confirmed);
  }

  /** What the pump is told at a start, a resume and each change of phase. */
  @Benchmark
  public @Nullable PermittedRate rest() {
    return permitted.rest(0, NOTHING_YET);
  }
}
