package org.tenuto.benchmarks;

import ch.qos.logback.classic.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.scenario.Budget;
import org.tenuto.simulator.scenario.Session;
import org.tenuto.simulator.scenario.SessionPlan;
import org.tenuto.simulator.scenario.SessionResult;
import org.tenuto.simulator.scenario.Site;
import org.tenuto.simulator.scenario.Trace;

/**
 * The same sessions again and again on this thread, in virtual time, each with the faults of its
 * seed; what a block of them costs is the processor time of this thread, whoever else runs.
 */
final class SimulateRun {

  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_S = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Site site = Site.shipped();
  private final Map<Long, String> traces = new HashMap<>();
  private final Repeats cpuMsPerSimulatedS = new Repeats();
  private final int sessions;
  private double simulatedS;

  /** For blocks of so many sessions: those of the seeds from 1. */
  SimulateRun(int sessions) {
    this.sessions = sessions;
  }

  /**
   * Runs so many blocks, and one before them that does not count: in it the JVM is still cold.
   *
   * @throws IllegalStateException in one line, if a session breaks a promise, or goes another way
   *     than the one before with its seed
   */
  void measure(int blocks) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      Level before = root.getLevel();
      root.setLevel(Level.OFF); // what a station logs of its faults is expected
      try {
        measureAll(blocks);
      } finally {
        root.setLevel(before);
      }
    } else {
      measureAll(blocks);
    }
  }

  private void measureAll(int blocks) {
    block();
    for (int done = 0; done < blocks; done++) {
      simulatedS = 0;
      long startNs = threads.getCurrentThreadCpuTime();
      block();
      long cpuNs = threads.getCurrentThreadCpuTime() - startNs;
      cpuMsPerSimulatedS.add(cpuNs / NS_PER_MS / simulatedS);
    }
  }

  private void block() {
    for (long seed = 1; seed <= sessions; seed++) {
      SessionPlan plan = SessionPlan.draw(seed, Budget.SURVIVABLE, site.library());
      SessionResult result = new Session(site, plan, Tripwire.never(), new Trace(null)).run();
      if (!result.passed()) {
        throw new IllegalStateException(
            "seed " + seed + " breaks a promise: " + result.violations().getFirst().text());
      }
      String before = traces.putIfAbsent(seed, result.traceHash());
      if (before != null && !before.equals(result.traceHash())) {
        throw new IllegalStateException("seed " + seed + " went another way than before");
      }
      simulatedS += result.simulatedNs() / NS_PER_S;
    }
  }

  /** Processor time for each second of virtual time, ms, block by block. */
  Repeats cpuMsPerSimulatedS() {
    return cpuMsPerSimulatedS;
  }

  /** Virtual time of a block, s: the same of each. */
  double simulatedS() {
    return simulatedS;
  }
}
