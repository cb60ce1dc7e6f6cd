@org.jspecify.annotations.NullMarked
package org.tenuto.benchmarks.jitter;
