/**
 * Alarm conditions: what each means, how urgent it is and why, whether it latches, what it does to
 * delivery, and which are active; and the signals of each priority, light and sound, as functions
 * of the time since the onset.
 *
 * <p>Invariants. The priority follows from the risk. Every condition that is HIGH stops delivery.
 * The sound can be paused for two minutes at most. {@code docs/alarms.md} is written from this
 * table.
 *
 * <p>Pure: no I/O, no clock, no thread, no random; what runs in a cycle allocates nothing. May use
 * {@code quantity} only.
 */
@NullMarked
package org.tenuto.alarm;

import org.jspecify.annotations.NullMarked;
