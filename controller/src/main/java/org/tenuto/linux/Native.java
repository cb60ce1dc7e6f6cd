package org.tenuto.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/** Binds functions of the C library and reads what they say about errors. Any thread. */
@SuppressWarnings("restricted") // native access is what this room is for
final class Native {

  /** Not permitted. */
  static final int EPERM = 1;

  /** No such file. */
  static final int ENOENT = 2;

  /** Interrupted by a signal before anything was done. */
  static final int EINTR = 4;

  /** No such device behind a file, or a line without what was asked of it. */
  static final int ENXIO = 6;

  /** Nothing to read, or no room to write, now. */
  static final int EAGAIN = 11;

  /** Permission denied. */
  static final int EACCES = 13;

  /** Busy. */
  static final int EBUSY = 16;

  /** No such device, any more. */
  static final int ENODEV = 19;

  /** A call that this kind of file, or this kernel, does not know. */
  static final int ENOTTY = 25;

  private static final Linker LINKER = requireLinux();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle STRERRORDESC =
      bind("strerrordesc_np", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

  private Native() {}

  private static Linker requireLinux() {
    String refusal = Platform.refusal();
    if (refusal != null) {
      throw new UnsupportedOperationException(refusal);
    }
    return Linker.nativeLinker();
  }

  /** A function that does not tell its error by errno. */
  static MethodHandle bind(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }

  /** A function that sets errno: its first argument is the segment of {@link #newErrno()}. */
  static MethodHandle bindErrno(String name, FunctionDescriptor descriptor) {
    return bind(name, descriptor, List.of());
  }

  /** The same for a function whose arguments from {@code firstVariadic} on are variadic. */
  static MethodHandle bindVariadic(String name, int firstVariadic, FunctionDescriptor descriptor) {
    return bind(name, descriptor, List.of(Linker.Option.firstVariadicArg(firstVariadic)));
  }

  private static MethodHandle bind(
      String name, FunctionDescriptor descriptor, List<Linker.Option> more) {
    List<Linker.Option> options = new ArrayList<>(more);
    options.add(Linker.Option.captureCallState("errno"));
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        descriptor,
        options.toArray(new Linker.Option[0]));
  }

  /** Where one object's calls leave their errno; made once, reused. */
  static MemorySegment newErrno() {
    return Arena.ofAuto().allocate(STATE);
  }

  static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  /** The error in words, in English whatever the locale, e.g. {@code Operation not permitted}. */
  static String text(int errno) {
    try {
      MemorySegment text = (MemorySegment) STRERRORDESC.invokeExact(errno);
      return text.equals(MemorySegment.NULL)
          ? "error " + errno
          : text.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** What a method handle declares to throw though a bound C function never does. */
  static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("native call failed: " + cause, cause);
  }
}
