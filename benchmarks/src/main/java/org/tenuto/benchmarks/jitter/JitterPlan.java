package org.tenuto.benchmarks.jitter;

import java.util.List;

/**
 * What is measured: in each round every load in turn, under it every subject in turn.
 *
 * @param subjects at least one
 * @param loads at least one
 * @param rounds how often
 * @param seconds that count, of each block
 * @param warmUpS seconds of each JVM before them, in which it is still compiled
 * @param cpu processor of the loops
 * @param otherCpu processor of the second of a pair; −1 where no two run together
 */
record JitterPlan(
    List<JitterSubject> subjects,
    List<JitterLoad> loads,
    int rounds,
    int seconds,
    int warmUpS,
    int cpu,
    int otherCpu) {

  /** Says that no two subjects run together. */
  static final int NO_PAIR = -1;

  /** What starts a JVM and an order, roughly, s; and what starts a C program. */
  private static final int JVM_START_S = 4;

  private static final int START_S = 1;

  /** What a load takes to be there and to be gone again, roughly, s. */
  private static final int LOAD_S = 3;

  /** A C program is ready at once; its first second sees what its pages cost. */
  private static final int SHORT_WARM_UP_S = 1;

  /** Whether ours and its twin run together, each on a processor, and change places. */
  boolean isPair() {
    return otherCpu != NO_PAIR;
  }

  /** Processor of the first (0) or second (1) of a pair, which change places; or the only one. */
  int cpu(int round, int index) {
    return isPair() && (round + index) % 2 == 1 ? otherCpu : cpu;
  }

  /** Seconds before a subject's figures count. */
  int warmUpS(JitterSubject subject) {
    return subject.isJvm() ? warmUpS : Math.min(warmUpS, SHORT_WARM_UP_S);
  }

  /** How many blocks there are. */
  int blocks() {
    return rounds * loads.size() * (isPair() ? 1 : subjects.size());
  }

  /** How long a block of one subject takes under a load, roughly, s. */
  long blockS(JitterLoad load, JitterSubject subject) {
    return (subject.isJvm() ? JVM_START_S : START_S)
        + (load == JitterLoad.IDLE ? 0L : LOAD_S)
        + warmUpS(subject)
        + seconds;
  }

  /** How long it takes under one load in one round, roughly, s. */
  private long loadS(JitterLoad load) {
    return isPair()
        ? blockS(load, JitterSubject.OURS)
        : subjects.stream().mapToLong(subject -> blockS(load, subject)).sum();
  }

  /** How long all of it takes, roughly, s. */
  long totalS() {
    return rounds * loads.stream().mapToLong(this::loadS).sum();
  }

  /** The same with only what this machine can do. */
  JitterPlan with(List<JitterSubject> possibleSubjects, List<JitterLoad> possibleLoads) {
    return new JitterPlan(
        possibleSubjects, possibleLoads, rounds, seconds, warmUpS, cpu, otherCpu);
  }
}
