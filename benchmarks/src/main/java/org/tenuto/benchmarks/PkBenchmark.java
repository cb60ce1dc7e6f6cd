package org.tenuto.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tenuto.pk.CeilingLookAhead;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.pk.PkState;
import org.tenuto.pk.PkStep;
import org.tenuto.quantity.BodyWeight;

/**
 * What predicted concentration costs: 70 kg, 0.11 mg/kg over 2 min, then 0.6 mg/kg over 50 min. The
 * steps are taken in the cycle and must not allocate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PkBenchmark {

  private static final double STEP_S = 0.1;
  private static final double BOLUS_NG_PER_S = 0.11 * 70e6 / 120;
  private static final double RATE_NG_PER_S = 0.6 * 70e6 / 3000;

  /** What a control cycle may carry of a look-ahead. */
  private static final int SLICE_STEPS = 100;

  private static final List<PkPhase> PLAN =
      List.of(new PkPhase(BOLUS_NG_PER_S, 120, true), new PkPhase(RATE_NG_PER_S, 3000, false));

  private final Map<PkModel, PkState> starts = new EnumMap<>(PkModel.class);
  private final PkState[] states = new PkState[PkModel.values().length];
  private final PkStep[] steps = new PkStep[PkModel.values().length];
  private final ConcentrationCurve curve;
  private CeilingLookAhead ahead;
  private double tS;

  public PkBenchmark() {
    var patient = new Covariates(new BodyWeight(70_000));
    for (PkModel model : PkModel.values()) {
      var solved = model.forPatient(patient);
      starts.put(model, new PkState(solved));
      states[model.ordinal()] = new PkState(solved);
      steps[model.ordinal()] = new PkStep(solved, STEP_S);
    }
    curve = new ConcentrationCurve(PkModel.DOMINO_1984.forPatient(patient), PLAN);
    ahead = new CeilingLookAhead(starts, PLAN);
  }

  /** All models go on by 100 ms and are read, as ten times a second in the cycle. */
  @Benchmark
  public double pkStep() {
    double sum = 0;
    for (int i = 0; i < states.length; i++) {
      states[i].advance(steps[i], RATE_NG_PER_S);
      double ce = states[i].ceNgPerMl();
      sum += states[i].cpNgPerMl() + (Double.isNaN(ce) ? 0 : ce);
    }
    return sum;
  }

  /** Cp and Ce of one model at one time, in closed form. */
  @Benchmark
  public double closedForm() {
    tS = tS < 10_000 ? tS + 1 : 0;
    return curve.cpNgPerMl(tS) + curve.ceNgPerMl(tS);
  }

  /** 100 steps of a look-ahead; a new one is made when it is done, about every 180 calls. */
  @Benchmark
  public boolean lookAheadSlice() {
    if (ahead.advance(SLICE_STEPS)) {
      ahead = new CeilingLookAhead(starts, PLAN);
    }
    return ahead.done();
  }

  /** A whole look-ahead of all models, made and run. */
  @Benchmark
  public CeilingLookAhead lookAhead() {
    var whole = new CeilingLookAhead(starts, PLAN);
    whole.advance(Integer.MAX_VALUE);
    return whole;
  }
}
