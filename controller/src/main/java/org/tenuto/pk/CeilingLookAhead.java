package org.tenuto.pk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks a plan ahead with every model, for the highest concentration to be held against a ceiling.
 *
 * <p>Two courses of the plan are run: as planned, and with every phase that gives drug overrunning
 * at its rate by 10 % of its time, at most 5 min; the higher figure counts. Each to 6 h after the
 * end of the plan, so at least 6 h from its start.
 *
 * <p>Judged is: Ce at any time, if the model's effect site was published with it, else Cp at any
 * time; and in any case Cp, except in a bolus phase and until 2 minutes after it, when the models' central volumes
 * say more about the model than about the patient.
 *
 * <p>The work is done in slices: {@link #advance} runs a bounded number of steps and allocates
 * nothing, so that a control cycle can carry it. Peaks found are within 0.1 % of the curve's own.
 * Mutable; belongs to one thread.
 */
public final class CeilingLookAhead {

  /** The most phases a plan may have: those of an order, and what runs before it is changed. */
  public static final int MOST_PHASES = 9;

  private final List<PeakSearch> searches = new ArrayList<>();
  private int current;

  /**
   * A look-ahead with nothing of it done yet, for a start without a bolus just before.
   *
   * @param starts each model with the state it starts from, seeded with earlier doses; copied
   * @param phases the plan, at most 9
   * @throws IllegalArgumentException if there is no model, or there are too many phases
   */
  public CeilingLookAhead(Map<PkModel, PkState> starts, List<PkPhase> phases) {
    this(starts, phases, Double.POSITIVE_INFINITY);
  }

  /**
   * A look-ahead with nothing of it done yet.
   *
   * @param starts each model with the state it starts from, seeded with earlier doses; copied
   * @param phases the plan, at most 9
   * @param bolusEndedAgoS how long before the start the last bolus ended, s; infinite if none did
   * @throws IllegalArgumentException if there is no model, or there are too many phases
   */
  public CeilingLookAhead(
      Map<PkModel, PkState> starts, List<PkPhase> phases, double bolusEndedAgoS) {
    require(!starts.isEmpty(), "models 0: expected at least 1");
    require(
        phases.size() <= MOST_PHASES,
        "phases " + phases.size() + ": expected at most " + MOST_PHASES);
    require(bolusEndedAgoS >= 0, "bolus ended " + bolusEndedAgoS + " s ago: expected 0 or more");
    Course.Stretch[] planned = Course.of(phases, bolusEndedAgoS);
    Course.Stretch[] overrunning = Course.of(Course.overrunning(phases), bolusEndedAgoS);
    starts.forEach(
        (model, start) -> {
          PkStep[] grid = PeakSearch.grid(start.model());
          searches.add(new PeakSearch(model, start, planned, grid));
          searches.add(new PeakSearch(model, start, overrunning, grid));
        });
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  /**
   * Goes on by at most that many steps, each one model at one point of the grid: about 30 ns.
   *
   * @param steps 1 or more
   * @return whether all is done
   */
  public boolean advance(int steps) {
    for (int i = 0; i < steps && !done(); i++) {
      PeakSearch search = searches.get(current);
      search.step();
      if (search.done()) {
        current++;
      }
    }
    return done();
  }

  /** Whether every model has been run over the whole of both courses. */
  public boolean done() {
    return current == searches.size();
  }

  /**
   * What was found, one for each model, in the order of {@link PkModel}.
   *
   * @throws IllegalStateException before all is done
   */
  public List<Peak> peaks() {
    if (!done()) {
      throw new IllegalStateException("look-ahead not done: no peak is known yet");
    }
    Map<PkModel, Peak> peaks = new EnumMap<>(PkModel.class);
    for (PeakSearch search : searches) {
      Peak peak = search.peak();
      peaks.merge(peak.model(), peak, Peak::orHigher);
    }
    return List.copyOf(peaks.values());
  }

  /**
   * The peak of the model with the highest judged figure.
   *
   * @throws IllegalStateException before all is done
   */
  public Peak worst() {
    List<Peak> peaks = peaks();
    Peak worst = peaks.getFirst();
    for (Peak peak : peaks) {
      worst = peak.judgedNgPerMl() > worst.judgedNgPerMl() ? peak : worst;
    }
    return worst;
  }
}
