package org.tenuto.benchmarks.jitter;

import java.util.List;
import java.util.Locale;

/** What is measured. */
enum JitterSubject {
  OURS(true, "our executor: its loop, driver and link, an order running"),
  TWIN(true, "the same beat in C, SCHED_FIFO 80, locked memory, nothing else to do"),
  CYCLICTEST(true, "cyclictest -m -p80 -i1000 of rt-tests"),
  STATION(false, "our loop in a JVM like a station's (G1), without permission for SCHED_FIFO"),
  STATION_FIFO(true, "the same with SCHED_FIFO"),
  SCHEDULED(false, "ScheduledExecutorService.scheduleAtFixedRate, 1 ms"),
  SCHEDULED_FIFO(true, "the same with SCHED_FIFO"),
  SLEEP(false, "Thread.sleep until the deadline"),
  SLEEP_FIFO(true, "the same with SCHED_FIFO"),
  PARK(false, "LockSupport.parkNanos until the deadline"),
  PARK_FIFO(true, "the same with SCHED_FIFO"),
  AGRONA(false, "Agrona's AgentRunner with its SleepingIdleStrategy"),
  AGRONA_FIFO(true, "the same with SCHED_FIFO");

  private static final String FIFO = "_FIFO";

  private final boolean fifo;
  private final String description;

  JitterSubject(boolean fifo, String description) {
    this.fifo = fifo;
    this.description = description;
  }

  /** As it is named on the command line and in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, for people. */
  String description() {
    return description;
  }

  /** Whether it asks for SCHED_FIFO, locked memory and its processor; else as users run it. */
  boolean fifo() {
    return fifo;
  }

  /** Whether it is our loop, in whichever JVM. */
  boolean isOurs() {
    return this == OURS || this == STATION || this == STATION_FIFO;
  }

  /** Whether it must warm up: what is in C is compiled already. */
  boolean isJvm() {
    return this != TWIN && this != CYCLICTEST;
  }

  /** Whether it runs once for each deadline, however late: then none is to be filled in. */
  boolean catchesUp() {
    return this == SCHEDULED || this == SCHEDULED_FIFO;
  }

  /** The loop of it, whether with SCHED_FIFO or without. */
  JitterSubject withoutFifo() {
    return name().endsWith(FIFO) ? valueOf(name().replace(FIFO, "")) : this;
  }

  /**
   * Reads names with commas between them; {@code every} for every one.
   *
   * @throws IllegalArgumentException one line: what was expected
   */
  static List<JitterSubject> parse(String text) {
    return Names.parse("--subjects", text, List.of(values()), JitterSubject::text);
  }
}
