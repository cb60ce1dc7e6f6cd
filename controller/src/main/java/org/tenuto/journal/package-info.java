/**
 * The system of record: every intent before it is sent, every event the executor reports, a ledger
 * checkpoint each second. Screen, telemetry and report are views of it.
 *
 * <p>One append-only table. Each record carries its sequence (from 1, without gaps), the boot id of
 * the process it tells of, monotonic and wall time, a type, a protobuf payload, the hash of the
 * record before it and its own SHA-256 over every column. What may leave the device has a second,
 * gap-free numbering and hash chain of its own (the wire part), given at append to the entries
 * whose caller supplies what may be published; nothing else ever gets one.
 *
 * <p>Invariants: what {@code append} returned is on disk (WAL, {@code synchronous=FULL}); a batch
 * is in as a whole or not at all; no record is updated or replaced, and none deleted but the oldest,
 * in one piece, in one transaction with a record that tells of it and an anchor for the first that
 * stays (triggers refuse anything else, the chain shows it where somebody removed the triggers). The
 * chain shows tampering by whoever does not rewrite everything after it, and names what was done to
 * which record; it is no signature. After the first failure to store, a journal
 * takes nothing more until it is opened again: after a failed fsync the kernel forgets what it
 * could not write, so trying again proves nothing. A journal whose end is broken is not opened for
 * appending: nothing is overwritten.
 *
 * <p>Reader positions are durable but ride with the next append: a crash may take them back by what
 * was read since, so a reader may see a record twice and never misses one.
 *
 * <p>Threads: {@link org.tenuto.journal.Journal} takes calls from any thread, one at a time, each
 * append waits for the disk: never call it from the control loop. A {@link
 * org.tenuto.journal.JournalReader} has its own connection and belongs to one thread; readers never
 * wait for the writer nor it for them. One process appends (file lock beside the journal), any
 * number read.
 *
 * <p>The only room with SQL, and SQL only behind {@link org.tenuto.journal.RecordStorage} and {@link
 * org.tenuto.journal.RecordStore}. May use {@code proto}; knows no other adapter and no {@code
 * control}.
 */
@NullMarked
package org.tenuto.journal;

import org.jspecify.annotations.NullMarked;
