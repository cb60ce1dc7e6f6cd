package org.tenuto.simulator.accuracy;

import java.math.RoundingMode;
import java.util.List;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * The test itself: a pump that is told a program as the controller tells it, and two hours of it.
 *
 * @param conditions what is tested, and how
 */
record AccuracyRun(Conditions conditions) {

  /** Told how far a run is. */
  interface Progress {
    void minutes(int done);
  }

  /** How long everything rests before the start, connected, ms: our choice. */
  static final int REST_MS = 60_000;

  /** The controller's own rate of priming. */
  static final FlowRate PURGE_RATE = new FlowRate(120_000_000);

  private static final long MS_PER_H = 3_600_000;
  private static final int WEIGHED_MS = 30_000;
  private static final int RUN_H = 2;

  /** 1 mmHg as a height of water, cm: 133.322 Pa over 98.0665 Pa. */
  private static final double CM_PER_MMHG = 1.359506;

  /** What the pump is told for a rate, before RUN. The volume target lies beyond the two hours. */
  static List<String> program(FlowRate rate) {
    int wholeMl = rate.mlPerH().setScale(0, RoundingMode.CEILING).intValueExact() * RUN_H + 1;
    return program(rate, Integer.toString(wholeMl));
  }

  private static List<String> program(FlowRate rate, String ml) {
    return List.of(
        "DIA" + Specimen.DIAMETER_MM,
        "PHN1",
        "FUNRAT",
        "RAT" + rate.mlPerH().stripTrailingZeros().toPlainString() + "MH",
        "VOLML",
        "VOL" + ml,
        "DIRINF",
        "PHN2",
        "FUNSTP",
        "PHN1");
  }

  /**
   * Asks a pump whether it takes a rate.
   *
   * @return its answer to the first command that it refuses, or an empty text
   */
  static String refusal(FlowRate rate) {
    return tell(new Rig(Specimen.ideal()), program(rate));
  }

  private static String tell(Rig rig, List<String> program) {
    for (String command : program) {
      String answer = rig.ask(command);
      if (!answer.equals(Rig.STOPPED)) {
        return answer + " to " + command;
      }
    }
    return "";
  }

  /**
   * Runs an infusion.
   *
   * @param rate one that the pump takes
   * @throws PumpStoppedException if it did not run to the end
   */
  FlowResult at(FlowRate rate, Progress progress) throws PumpStoppedException {
    Rig rig = new Rig(conditions.specimen());
    prepare(rig);
    start(rig, program(rate));
    double[] ml = new double[FlowSamples.intervals(FlowResult.RUN_MIN) + 1];
    ml[0] = rig.intoVeinMl();
    for (int i = 1; i < ml.length; i++) {
      rig.pass(WEIGHED_MS);
      ml[i] = rig.intoVeinMl();
      double tMin = FlowSamples.endMin(i - 1);
      requireRunning(rig, rate, tMin);
      progress.minutes((int) tMin);
    }
    return new FlowResult(rate, FlowSamples.ofVolumes(ml));
  }

  /** Purges the open line if that is asked for, connects it, and lets everything come to rest. */
  private void prepare(Rig rig) throws PumpStoppedException {
    Volume purge = conditions.purge();
    if (purge.nl() > 0) {
      rig.path().pullLine();
      start(rig, program(PURGE_RATE, purge.ml().stripTrailingZeros().toPlainString()));
      rig.pass(Math.ceilDiv(purge.nl() * MS_PER_H, PURGE_RATE.nlPerH()));
      String answer = rig.ask("");
      if (!answer.equals(Rig.STOPPED)) {
        throw new PumpStoppedException("the pump did not end its purge: it answers " + answer);
      }
      rig.path().connectLine();
    }
    rig.path().moveHeight(-conditions.backPressureMmHg() * CM_PER_MMHG);
    rig.pass(REST_MS);
  }

  private static void start(Rig rig, List<String> program) throws PumpStoppedException {
    String refusal = tell(rig, program);
    String answer = refusal.isEmpty() ? rig.ask("RUN") : refusal;
    if (!answer.equals(Rig.INFUSING)) {
      throw new PumpStoppedException("the pump did not start: it answers " + answer);
    }
  }

  private static void requireRunning(Rig rig, FlowRate rate, double tMin)
      throws PumpStoppedException {
    String answer = rig.ask("");
    if (!answer.equals(Rig.INFUSING)) {
      throw new PumpStoppedException(
          "at " + rate.text() + " the pump stopped within " + tMin + " min: it answers " + answer);
    }
  }
}
