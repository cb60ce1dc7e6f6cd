package org.tenuto.pk;

import java.util.ArrayList;
import java.util.List;

/** Stand-in until the real one is merged. */
public final class CeilingLookAhead {
  private final PredictedConcentrations state;
  private final List<PkPhase> phases;
  private final double[] judged;
  private final double[] cp;
  private boolean done;

  public record Peak(
      PkModel model,
      double judgedNgPerMl,
      double judgedAtS,
      double cpNgPerMl,
      double cpAtS,
      double ceNgPerMl) {}

  public CeilingLookAhead(PredictedConcentrations start, List<PkPhase> phases) {
    this.state = start;
    this.phases = phases;
    judged = new double[start.count()];
    cp = new double[start.count()];
  }

  public boolean advance(int steps) {
    if (!done) {
      done = true;
      for (PkPhase phase : phases) {
        state.advance(phase.rateNgPerS(), phase.durationS() + StrictMath.min(300, phase.durationS() * 0.1));
        for (int i = 0; i < judged.length; i++) {
          double ce = state.ceNgPerMl(i);
          judged[i] = StrictMath.max(judged[i], Double.isNaN(ce) ? state.cpNgPerMl(i) : ce);
          cp[i] = StrictMath.max(cp[i], state.cpNgPerMl(i));
        }
      }
    }
    return done;
  }

  public List<Peak> peaks() {
    List<Peak> peaks = new ArrayList<>();
    for (int i = 0; i < judged.length; i++) {
      peaks.add(new Peak(state.model(i), judged[i], 0, cp[i], 0, judged[i]));
    }
    return peaks;
  }
}
