/** Telemetry against a real mosquitto on a free loopback port. */
@NullMarked
package org.tenuto.telemetry;

import org.jspecify.annotations.NullMarked;
