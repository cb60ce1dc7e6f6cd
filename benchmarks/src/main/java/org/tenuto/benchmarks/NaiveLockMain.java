package org.tenuto.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.tenuto.dose.LibraryRefusedException;

/** {@link StopLoopMain} after locking all that the process has and will have, touched or not. */
final class NaiveLockMain {

  private static final int MCL_CURRENT = 1;
  private static final int MCL_FUTURE = 2;

  private NaiveLockMain() {}

  public static void main(String[] args)
      throws IOException, LibraryRefusedException, InterruptedException {
    if (lockAll() != 0) {
      throw new IOException("mlockall is refused");
    }
    StopLoopMain.main(args);
  }

  @SuppressWarnings("restricted") // a call of the C library
  private static int lockAll() {
    Linker linker = Linker.nativeLinker();
    MethodHandle mlockall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("mlockall"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try {
      return (int) mlockall.invokeExact(MCL_CURRENT | MCL_FUTURE);
    } catch (Throwable e) {
      throw new IllegalStateException("mlockall: " + e, e);
    }
  }
}
