package org.tenuto.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/** Has the kernel judge this thread's access to files as somebody else's. Needs root. */
final class FileUser implements AutoCloseable {

  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;

  private static final MethodHandle SETFSUID =
      Native.bind("setfsuid", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private FileUser() {}

  /** Nobody, until it is closed; on the same thread. */
  static FileUser nobody() {
    set(NOBODY);
    return new FileUser();
  }

  private static void set(int user) {
    try {
      // It answers the user before: a refusal only shows when it is asked again.
      int before = (int) SETFSUID.invokeExact(user);
      assertThat((int) SETFSUID.invokeExact(user)).as("user, before %d", before).isEqualTo(user);
    } catch (Throwable e) {
      throw Native.failed(e);
    }
  }

  @Override
  public void close() {
    set(ROOT);
  }
}
