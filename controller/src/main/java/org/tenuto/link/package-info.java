/**
 * The link between station and executor: two files in shared memory, each written by one side and
 * mapped read-only by the other. {@link org.tenuto.link.LinkLayout} has the layout, docs/link.md
 * tells it with what happens on each damage.
 *
 * <p>Commands go down in {@code station.link}; events and the status snapshot go up in {@code
 * executor.link}. A consumer's position stands in the consumer's own file, next to the boot id of
 * the producer it counts. Stop and Pause are counters outside the ring: they can't be full.
 *
 * <ul>
 *   <li>A side makes its file new at each start, under another name, with its memory already
 *       allocated, and renames it into place. So a file in place is whole. One that is cut short
 *       under its mapping all the same is noticed at the next access and no more believed ({@link
 *       org.tenuto.link.Fault}).
 *   <li>A ring's position is the sequence number of its command or event. No slot is reused before
 *       its consumer has moved on; an event's consumer moves on when it has made it
 *       <em>durable</em>. A full ring drops the newest; the last slots are kept for what ends the
 *       delivery then.
 *   <li>What is read is copied first, then checked: CRC, length, types, enum values, text. What is
 *       malformed is skipped and counted, never an exception; one slot a call, at most.
 *   <li>A command reaches only an executor that has adopted its station, so nothing is overwritten
 *       unseen. A successor goes on where its predecessor's file says the commands were read to.
 * </ul>
 *
 * <p>Order of memory (arm64 needs it, x86-64 has it): a slot is copied, then its position stored
 * with release; the reader loads the position with acquire, copies the slot, and releases its own
 * position, which the writer acquires before it uses the slot again. Snapshot: odd version,
 * store-store fence, data, even version with release; version with acquire, copy, load-load fence,
 * version again. A position and its boot: boot 0, position, boot, each with release; read as boot,
 * position, boot, each with acquire, and taken only if both boots are the reader's own.
 *
 * <p>Threads: {@link org.tenuto.link.ExecutorLink} is called by the loop, {@link
 * org.tenuto.link.StationLink} by the station's command thread, save what says "any thread". A
 * thread of the executor looks for a new station file, but only while the station is silent: while
 * it beats, nothing is allocated. Mappings live in automatic arenas: closing a shared one stops all
 * threads.
 *
 * <p>May use the pure rooms and {@code java.lang.foreign} for mapped memory. No native calls.
 */
@NullMarked
package org.tenuto.link;

import org.jspecify.annotations.NullMarked;
