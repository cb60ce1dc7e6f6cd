package org.tenuto.benchmarks;

/**
 * One thing whose cost is measured.
 *
 * @param benchmark class of the benchmark
 * @param method its method
 * @param mayAllocate whether an allocation in it is no fault
 * @param atMostNs target of its mean time, ns; NaN if there is none
 * @param operation what one operation is, for people
 */
record Subject(
    Class<?> benchmark, String method, boolean mayAllocate, double atMostNs, String operation) {

  /** Of the executor: must not allocate. */
  static Subject ofCycle(Class<?> benchmark, String method, double atMostNs, String operation) {
    return new Subject(benchmark, method, false, atMostNs, operation);
  }

  /** Of the executor, without a target of its time. */
  static Subject ofCycle(Class<?> benchmark, String method, String operation) {
    return new Subject(benchmark, method, false, Double.NaN, operation);
  }

  /** Between two cycles, or of the station: may allocate. */
  static Subject aside(Class<?> benchmark, String method, double atMostNs, String operation) {
    return new Subject(benchmark, method, true, atMostNs, operation);
  }

  /** The same without a target of its time. */
  static Subject aside(Class<?> benchmark, String method, String operation) {
    return new Subject(benchmark, method, true, Double.NaN, operation);
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
