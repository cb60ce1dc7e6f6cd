package org.tenuto.simulator.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One infusion of the campaign: who is killed, when, and what staff do after. The seed of the
 * campaign and the number give the same case again, alone.
 *
 * @param delayMs from the beginning of the moment
 * @param runMs how long it has run where staff pause
 * @param returnsAtOnce whether a killed station is started again at once, not after the rest
 * @param resumes whether staff resume what a killed station left paused; else they stop it
 */
record KillCase(
    long seed,
    int number,
    Victim victim,
    KillMoment moment,
    long delayMs,
    long runMs,
    boolean returnsAtOnce,
    boolean resumes) {

  private static final int RUN_FROM_MS = 300;
  private static final int RUN_TO_MS = 5_000;

  /**
   * The case with this number, of those in which each victim meets each moment.
   *
   * @param number from 0; after all pairs they come again, in another order
   * @param victims one that is named twice comes twice as often
   */
  static KillCase of(long seed, int number, List<Victim> victims, List<KillMoment> moments) {
    int round = victims.size() * moments.size();
    List<Integer> pairs = new ArrayList<>(IntStream.range(0, round).boxed().toList());
    Collections.shuffle(pairs, new Random(seed + number / round));
    int pair = pairs.get(number % round);
    KillMoment moment = moments.get(pair % moments.size());
    var random = new SplittableRandom(seed * 1_000_003 + number);
    return new KillCase(
        seed,
        number,
        victims.get(pair / moments.size()),
        moment,
        moment.drawDelayMs(random),
        random.nextInt(RUN_FROM_MS, RUN_TO_MS),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0);
  }

  /** What runs it alone. */
  String replay() {
    return "-Dtenuto.kill.replay=" + seed + ":" + number;
  }
}
