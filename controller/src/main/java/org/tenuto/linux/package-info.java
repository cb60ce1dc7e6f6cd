/**
 * What only the kernel can do: the clock, the sleep to a deadline, real-time scheduling, the serial
 * line, GPIO lines (version 2 of the kernel's interface, Linux 5.10 and later).
 *
 * <p>Native calls are made here and nowhere else, by {@code java.lang.foreign} on the C library.
 * The constants and structures are those of 64-bit Linux on x86-64 and arm64 with glibc; the few
 * that are used are the same on both. On any other system every entry refuses with a reason.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Handles are bound once, as static finals (linking four costs 50 ms): load the classes
 *       before the loop starts.
 *   <li>No call in the hot path allocates: buffers and the errno segment are made in advance.
 *   <li>Never {@code Linker.Option.critical} on a call that can block: it would keep every
 *       safepoint of the JVM waiting (measured 197 ms for a sleep of 200 ms). It is used on none.
 *   <li>A permission that the kernel refuses is stated, not hidden and not fatal.
 *   <li>An output is claimed together with its level; a gap in the kernel's numbers of edges is a
 *       loss for good; a chip that is gone is gone.
 * </ul>
 *
 * <p>Threads: an object here belongs to one thread, the loop's, once it is made (the panel's GPIO
 * lines to those of {@code gpio}); a lost serial line is closed and opened anew on a thread of its
 * own ({@link org.tenuto.linux.ReopeningLine}). Memory comes from automatic arenas, since a shared
 * arena stops all threads when it is closed.
 *
 * <p>May use the ports of {@code control} and of the drivers. Must not use any other adapter.
 */
@NullMarked
package org.tenuto.linux;

import org.jspecify.annotations.NullMarked;
