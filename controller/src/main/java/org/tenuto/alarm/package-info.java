/**
 * Alarm conditions: what each means, how urgent it is, whether it latches, what it does to
 * delivery, and which are active.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use {@code quantity} only.
 */
@NullMarked
package org.tenuto.alarm;

import org.jspecify.annotations.NullMarked;
