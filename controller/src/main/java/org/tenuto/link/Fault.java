package org.tenuto.link;

/**
 * Where a fault of mapped memory comes to light. A file that is cut short under its mapping (only a
 * process of the same user can do that) makes each access beyond its end a SIGBUS. Java turns it
 * into an {@link InternalError}, but compiled code goes on first and throws it at some later point,
 * which may be in the middle of something else. The return of a call to the JVM is such a point:
 * this makes one, so that the error is thrown here, before what was read is used.
 *
 * <p>Any thread; allocates nothing; 12 ns (Temurin 25, x86-64).
 */
final class Fault {

  /** Read by nobody; keeps the call from being left out. */
  @SuppressWarnings({"unused", "UnusedVariable"})
  private static long heapBytes;

  private Fault() {}

  /**
   * Throws what an earlier access on this thread has left.
   *
   * @throws InternalError if a file was cut short
   */
  static void surface() {
    heapBytes = Runtime.getRuntime().totalMemory(); // the cheapest call to the JVM there is
  }
}
