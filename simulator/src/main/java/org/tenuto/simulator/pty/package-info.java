/**
 * A real serial line without hardware: a pseudo-terminal whose other end any serial client opens
 * like a device.
 *
 * <p>Invariants: raw, no echo; nothing here waits longer than it is told to; the slave side stays
 * open on our side too, so that a client that closes it doesn't end the line and its settings
 * survive; what nobody reads is dropped once the kernel's buffer (4 kB) is full, as on a wire, but
 * what is in the buffer waits for the next client, who has to flush as on any serial port. The
 * symbolic link names the line as long as it exists and is removed with it.
 *
 * <p>Threads: a terminal belongs to the thread that uses it. The only room of the simulator with
 * native calls (Linux, glibc, x86-64 and arm64). Uses no other room.
 */
@NullMarked
package org.tenuto.simulator.pty;

import org.jspecify.annotations.NullMarked;
