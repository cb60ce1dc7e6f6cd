package org.tenuto.benchmarks;

/**
 * What one operation was measured to cost.
 *
 * @param subject what was measured
 * @param ns time, ns
 * @param errorNs half of its 99.9 % confidence interval, ns; NaN if there were too few samples
 * @param bytes memory allocated, bytes ({@code gc.alloc.rate.norm}): the least of all iterations
 * @param errorBytes half of how far the iterations are apart, bytes
 */
record Cost(Subject subject, double ns, double errorNs, double bytes, double errorBytes) {

  /** Less than this is the profiler's own noise: JMH shows about 1e-5 for none. */
  static final double ALLOCATION_BYTES = 0.5;

  /** Whether it allocates although it must not. NaN, no measurement, counts as that. */
  boolean isForbidden() {
    return !subject.mayAllocate() && !(bytes < ALLOCATION_BYTES);
  }

  /** Its mean time, with the target of its subject. */
  Figure time() {
    return new Figure(subject.name() + " time", "ns/op", ns, errorNs, subject.atMostNs());
  }

  /** What it allocates. */
  Figure memory() {
    double atMost = subject.mayAllocate() ? Double.NaN : ALLOCATION_BYTES;
    return new Figure(subject.name() + " memory", Figure.BYTES, bytes, errorBytes, atMost);
  }
}
