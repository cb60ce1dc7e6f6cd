/**
 * The sensors that a pump may have, and what is wrong with them: line pressure, air in line,
 * plunger, encoder.
 *
 * <p>A sensor looks at the world every few milliseconds and says what it makes of it: noise, offset
 * and drift on the truth, cut to its range and to its digit. It can be stuck, silent, drifting or
 * noisy. {@link org.tenuto.simulator.sensor.SensingPump} gives a controller's pump these readings.
 *
 * <p>Same seed, same readings. Threads: none; one caller. Uses neither clock nor I/O; reading
 * allocates nothing. May use {@code world}, {@code parameter} and the controller's
 * pump port.
 */
@NullMarked
package org.tenuto.simulator.sensor;

import org.jspecify.annotations.NullMarked;
