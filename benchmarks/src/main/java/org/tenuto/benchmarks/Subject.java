package org.tenuto.benchmarks;

/**
 * One thing whose cost is measured.
 *
 * @param benchmark class of the benchmark
 * @param method its method
 * @param mayAllocate whether an allocation in it is no fault
 * @param atMostNs target of its mean time, ns; NaN if there is none
 * @param quickOperations how many make an iteration of a quick run; JMH's own 7 kB are shared out
 *     among them
 * @param operation what one operation is, for people
 */
record Subject(
    Class<?> benchmark,
    String method,
    boolean mayAllocate,
    double atMostNs,
    int quickOperations,
    String operation) {

  /** 0.07 B an operation of JMH's own. */
  private static final int MANY = 100_000;

  private static final int SOME = 500;
  private static final int FEW = 20;

  /** Of the executor: must not allocate. */
  static Subject ofCycle(Class<?> benchmark, String method, double atMostNs, String operation) {
    return new Subject(benchmark, method, false, atMostNs, MANY, operation);
  }

  /** Of the executor, without a target of its time. */
  static Subject ofCycle(Class<?> benchmark, String method, String operation) {
    return new Subject(benchmark, method, false, Double.NaN, MANY, operation);
  }

  /** Between two cycles, or of the station: may allocate. */
  static Subject aside(Class<?> benchmark, String method, double atMostNs, String operation) {
    return new Subject(benchmark, method, true, atMostNs, SOME, operation);
  }

  /** The same without a target of its time. */
  static Subject aside(Class<?> benchmark, String method, String operation) {
    return new Subject(benchmark, method, true, Double.NaN, SOME, operation);
  }

  /** The same where an operation takes milliseconds. */
  static Subject slow(Class<?> benchmark, String method, String operation) {
    return new Subject(benchmark, method, true, Double.NaN, FEW, operation);
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
