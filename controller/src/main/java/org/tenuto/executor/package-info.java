/**
 * The executor process: reads its configuration, verifies the drug library itself, opens the pump's
 * line and the link, takes what real-time footing the kernel permits, and runs the loop.
 *
 * <p>Wiring: may use every room except {@code web}, {@code journal}, {@code telemetry}, {@code
 * session} and {@code station}. Its class path has no web, MQTT, SQL or protobuf code.
 */
@NullMarked
package org.tenuto.executor;

import org.jspecify.annotations.NullMarked;
