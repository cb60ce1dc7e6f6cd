/**
 * Who works at this device and what each may do: the register of staff, PINs, wrong tries, and who
 * is signed in.
 *
 * <p>Invariants. A PIN is never kept, only its salted slow hash; no PIN is in a message, a log or a
 * record. A PIN is compared in constant time. A person whose PIN was given wrong five times in a row
 * is locked out, each time twice as long. One page controls: whoever signed in last. Nothing here
 * bears on Stop or Pause, which need nobody.
 *
 * <p>Threads. {@code SignIns} and {@code Lockouts} may be used by any; they hold a lock of their own
 * for an instant only, and no PIN is hashed under it. Time is an argument. May use {@code config};
 * must know neither web nor record: the station puts on record what happens here.
 */
@NullMarked
package org.tenuto.staff;

import org.jspecify.annotations.NullMarked;
