package org.tenuto.simulator.pty;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few functions of the C library that this room needs; negative results are −errno. */
final class Libc {

  static final int EINTR = 4;
  static final int EAGAIN = 11;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle POSIX_OPENPT = link("posix_openpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle GRANTPT = link("grantpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle UNLOCKPT = link("unlockpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle PTSNAME_R =
      link("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle OPEN = link("open", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = link("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle READ = link("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE = link("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle POLL = link("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle TCGETATTR = link("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle TCSETATTR =
      link("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SCHED_SETSCHEDULER =
      link("sched_setscheduler", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle CFMAKERAW =
      link("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));

  private final MemorySegment state = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());

  int openMaster(int flags) {
    try {
      return checked((int) POSIX_OPENPT.invokeExact(state, flags));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int grant(int master) {
    try {
      return checked((int) GRANTPT.invokeExact(state, master));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int unlock(int master) {
    try {
      return checked((int) UNLOCKPT.invokeExact(state, master));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** The one that returns its error number instead of setting errno. */
  int slaveName(int master, MemorySegment name) {
    try {
      return -(int) PTSNAME_R.invokeExact(state, master, name, name.byteSize());
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int open(MemorySegment path, int flags) {
    try {
      return checked((int) OPEN.invokeExact(state, path, flags));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int close(int descriptor) {
    try {
      return checked((int) CLOSE.invokeExact(state, descriptor));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int read(int descriptor, MemorySegment to) {
    try {
      return checked((int) (long) READ.invokeExact(state, descriptor, to, to.byteSize()));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int write(int descriptor, MemorySegment from, long count) {
    try {
      return checked((int) (long) WRITE.invokeExact(state, descriptor, from, count));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int poll(MemorySegment one, int timeoutMs) {
    try {
      return checked((int) POLL.invokeExact(state, one, 1L, timeoutMs));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int getAttributes(int descriptor, MemorySegment termios) {
    try {
      return checked((int) TCGETATTR.invokeExact(state, descriptor, termios));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  int setAttributesNow(int descriptor, MemorySegment termios) {
    try {
      return checked((int) TCSETATTR.invokeExact(state, descriptor, 0, termios));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Of the calling thread. */
  int setScheduler(int policy, MemorySegment parameter) {
    try {
      return checked((int) SCHED_SETSCHEDULER.invokeExact(state, 0, policy, parameter));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static void makeRaw(MemorySegment termios) {
    try {
      CFMAKERAW.invokeExact(termios);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private int checked(int result) {
    return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
  }

  private static MethodHandle link(String name, MemoryLayout result, MemoryLayout... arguments) {
    return link(name, FunctionDescriptor.of(result, arguments), KEEP_ERRNO);
  }

  @SuppressWarnings("restricted") // This room is where native calls belong.
  private static MethodHandle link(
      String name, FunctionDescriptor signature, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature, options);
  }

  /** A native call declares Throwable but throws nothing: this is a bug of ours. */
  private static IllegalStateException unexpected(Throwable t) {
    return new IllegalStateException("native call failed", t);
  }
}
