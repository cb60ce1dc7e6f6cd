/**
 * The executor told twice: on a device all that it is told is written down beside it, and later the
 * same executor is told the same again and must decide the same, bit for bit.
 *
 * <p>Told is what the cycle can't work out itself: the deadlines and the wall clock, what the
 * station asks, e-stop and buttons, the bytes of the pump's line (or the edges of a motor's), nonces.
 * Each of these calls goes through a {@link org.tenuto.replay.Trace}, in the order the cycle makes
 * them. On a device that is a {@link org.tenuto.replay.Recording}: it writes down only what is not
 * as it was at the call of that kind before, some hundred bytes a second, and hands it to the station
 * by the link. In a {@link org.tenuto.replay.Replay} it is a {@link org.tenuto.replay.Playback}, and
 * the same calls get what was written down.
 *
 * <p>Decided is every event, held against the record by the caller, and what a {@link
 * org.tenuto.replay.Decisions} sums up of each cycle's status and of every byte or step for the
 * pump; the sum is written down once a second.
 *
 * <p>A recording has a beginning (the executor's boot) and no holes: what a station did not take in
 * time is lost, and the replay ends there and says so.
 *
 * <p>Threads: the loop's for what records, any one for a replay. Recording allocates nothing but for
 * a command. No I/O, clock or thread.
 *
 * <p>May use the pure rooms, {@code control}, the drivers and {@code link} (how a command is
 * written).
 */
@NullMarked
package org.tenuto.replay;

import org.jspecify.annotations.NullMarked;
