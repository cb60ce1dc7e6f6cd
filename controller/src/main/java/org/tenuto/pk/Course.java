package org.tenuto.pk;

import java.util.ArrayList;
import java.util.List;

/**
 * One way a plan may go, cut into stretches of one rate and one way of judging, and followed by the
 * horizon.
 */
final class Course {

  /** For how long after the start of the plan, and after its end, is looked ahead, s (6 h). */
  static final double HORIZON_S = 21_600;

  /** How long after a bolus Cp is not judged, s (2 min). */
  static final double BOLUS_GRACE_S = 120;

  private static final double LONGEST_OVERRUN_S = 300;
  private static final double OVERRUN_SHARE = 0.1;

  /**
   * A part of a course.
   *
   * @param rateNgPerS drug rate, ng/s
   * @param lengthS how long, s; 0 for an instant bolus
   * @param instantNg given at its beginning, ng
   * @param cpJudged whether Cp counts in it, both ends included
   */
  record Stretch(double rateNgPerS, double lengthS, double instantNg, boolean cpJudged) {}

  private final List<Stretch> stretches = new ArrayList<>();
  private double atS;
  private double graceEndsS;

  private Course(double bolusEndedAgoS) {
    this.graceEndsS = BOLUS_GRACE_S - bolusEndedAgoS;
  }

  /**
   * The stretches of a plan and of its horizon.
   *
   * @param bolusEndedAgoS how long before the start the last bolus ended, s; infinite if none did
   */
  static Stretch[] of(List<PkPhase> phases, double bolusEndedAgoS) {
    Course course = new Course(bolusEndedAgoS);
    phases.forEach(course::append);
    course.append(PkPhase.pause(HORIZON_S));
    return course.stretches.toArray(Stretch[]::new);
  }

  /**
   * The plan with every phase that gives drug prolonged at its rate by 10 % of its time, at most 5
   * min. A pause is not: prolonged, it would let the concentration fall before the next phase.
   */
  static List<PkPhase> overrunning(List<PkPhase> phases) {
    return phases.stream().map(Course::overrunning).toList();
  }

  private static PkPhase overrunning(PkPhase phase) {
    if (phase.rateNgPerS() == 0) {
      return phase;
    }
    double overrunS = Math.min(LONGEST_OVERRUN_S, OVERRUN_SHARE * phase.durationS());
    return new PkPhase(phase.rateNgPerS(), phase.durationS() + overrunS, phase.bolus());
  }

  private void append(PkPhase phase) {
    double endS = atS + phase.durationS();
    if (phase.bolus()) {
      add(phase, phase.durationS(), false);
      graceEndsS = endS + BOLUS_GRACE_S;
    } else {
      double graceS = Math.clamp(graceEndsS - atS, 0, phase.durationS());
      if (graceS > 0) {
        add(phase, graceS, false);
      }
      if (graceS < phase.durationS()) {
        add(phase, phase.durationS() - graceS, true);
      }
    }
    atS = endS;
  }

  private void add(PkPhase phase, double lengthS, boolean cpJudged) {
    stretches.add(new Stretch(phase.rateNgPerS(), lengthS, phase.instantNg(), cpJudged));
  }
}
