package org.tenuto.benchmarks;

import java.util.List;

/**
 * One thing whose cost is measured.
 *
 * @param benchmark class of the benchmark
 * @param method its method
 * @param mayAllocate whether an allocation in it is no fault
 * @param operation what one operation is, for people
 */
record Subject(Class<?> benchmark, String method, boolean mayAllocate, String operation) {

  /** What {@code bench cycle} measures. */
  static List<Subject> ofCycle() {
    return List.of(
        cycle("infusing", "one cycle, infusing, DIS each 100 ms; station in memory"),
        cycle("infusingLinked", "the same, publishing into the real shared-memory link"),
        cycle("idle", "one cycle without an order; station in memory"),
        dose("draft", "an order's exact and achieved figures and every limit but the ceiling"),
        dose("check", "the guardrail's whole verdict: the same and 6 h of every model ahead"),
        dose("readBack", "an order read back: the same, overrides, SHA-256"),
        pk("pkStep", false, "one step of 100 ms, all three models, Cp and Ce read"),
        pk("closedForm", false, "Cp and Ce of one model at one time, two phases"),
        pk("lookAheadSlice", true, "100 steps of a look-ahead, its making included"),
        pk("lookAhead", true, "a whole look-ahead, three models, two courses"),
        dose("permit", "a read-back checked again and its rate permitted"));
  }

  /** What {@code bench gpio} measures. */
  static List<Subject> ofGpio() {
    return List.of(
        gpio("stepperPut", false, "STEP changed, DIR and ENABLE with it: one call of the kernel"),
        gpio("stepperEdge", false, "one look for an edge of the encoder; there is none"),
        gpio("pi4jOne", true, "one line changed through Pi4J's DigitalOutput"),
        gpio("pi4jThree", true, "three lines, one changed, through Pi4J's DigitalOutput"));
  }

  private static Subject gpio(String method, boolean mayAllocate, String operation) {
    return new Subject(GpioBenchmark.class, method, mayAllocate, operation);
  }

  private static Subject cycle(String method, String operation) {
    return new Subject(CycleBenchmark.class, method, false, operation);
  }

  private static Subject dose(String method, String operation) {
    return new Subject(DoseBenchmark.class, method, true, operation);
  }

  private static Subject pk(String method, boolean mayAllocate, String operation) {
    return new Subject(PkBenchmark.class, method, mayAllocate, operation);
  }

  /** Name as printed, e.g. {@code CycleBenchmark.idle}. */
  String name() {
    return benchmark.getSimpleName() + "." + method;
  }

  /** Name as JMH knows it. */
  String qualifiedName() {
    return benchmark.getName() + "." + method;
  }
}
