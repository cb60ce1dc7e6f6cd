package org.tenuto.simulator.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every oracle of safety, looking at the same scene. One session, one thread. */
public final class Oracles {

  private final InForce inForce = new InForce();
  private final NeverMoreThanOrdered neverMore;
  private final PlungerRests plungerRests;
  private final RateHolds rateHoldsASecond;
  private final RateHolds rateHoldsAMinute;
  private final BracketHolds bracketHolds;
  private final NoSilentStop noSilentStop;
  private final NoSilentShortfall noSilentShortfall;
  private final NothingResumesByItself nothingResumes;
  private final RestsUntilReset restsUntilReset;
  private final AlarmsInTime alarmsInTime;
  private final HeardUnlessPaused heardUnlessPaused;
  private final UnderCeiling underCeiling;
  private final Oracle[] all;

  /**
   * The oracles of a session.
   *
   * @param microstepNl volume of one microstep in the syringe that is ordered, rounded up, nL
   * @param hardNgPerMl hard ceiling of the drug that is ordered, ng/mL
   */
  public Oracles(long microstepNl, double hardNgPerMl) {
    neverMore = new NeverMoreThanOrdered(microstepNl, inForce);
    plungerRests = new PlungerRests(inForce);
    rateHoldsASecond = new RateHolds(1_000_000_000L, microstepNl, inForce);
    rateHoldsAMinute = new RateHolds(60_000_000_000L, microstepNl, inForce);
    bracketHolds = new BracketHolds(microstepNl, inForce);
    noSilentStop = new NoSilentStop();
    noSilentShortfall = new NoSilentShortfall(inForce);
    nothingResumes = new NothingResumesByItself();
    restsUntilReset = new RestsUntilReset();
    alarmsInTime = new AlarmsInTime(inForce);
    heardUnlessPaused = new HeardUnlessPaused();
    underCeiling = new UnderCeiling(inForce, hardNgPerMl);
    all =
        new Oracle[] {
          neverMore,
          plungerRests,
          rateHoldsASecond,
          rateHoldsAMinute,
          bracketHolds,
          noSilentStop,
          noSilentShortfall,
          nothingResumes,
          restsUntilReset,
          alarmsInTime,
          heardUnlessPaused,
          underCeiling
        };
  }

  /** Something happened. */
  public void happened(Happening happening, Scene scene) {
    inForce.happened(happening, scene);
    for (Oracle oracle : all) {
      oracle.happened(happening, scene);
    }
  }

  /** Looks at one millisecond. One by one, not in a loop: calls that the compiler knows. */
  public void look(Scene scene) {
    inForce.look(scene.nowNs);
    neverMore.look(scene);
    plungerRests.look(scene);
    rateHoldsASecond.look(scene);
    rateHoldsAMinute.look(scene);
    bracketHolds.look(scene);
    noSilentStop.look(scene);
    noSilentShortfall.look(scene);
    nothingResumes.look(scene);
    restsUntilReset.look(scene);
    alarmsInTime.look(scene);
    heardUnlessPaused.look(scene);
    underCeiling.look(scene);
  }

  /** Whether any promise was broken. */
  public boolean anyBroken() {
    for (Oracle oracle : all) {
      if (oracle.isBroken()) {
        return true;
      }
    }
    return false;
  }

  /** What was found, oldest first. */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    for (Oracle oracle : all) {
      oracle.report(found::add);
    }
    found.sort(Comparator.comparingLong(Violation::atNs));
    return found;
  }
}
