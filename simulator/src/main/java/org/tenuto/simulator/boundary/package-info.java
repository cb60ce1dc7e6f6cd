/**
 * The edges of the device in virtual time, as they are when nothing goes wrong and when something
 * does: serial line, pump and motor, clocks, disk, broker.
 *
 * <p>Each asks {@code PresentFaults} what is on, and draws single bytes, steps and messages from a
 * generator of its own: the same seed and the same calls give the same behaviour, byte for byte. An
 * idle step costs some ns and allocates nothing. {@code Tripwire} counts the operations of them all
 * and lets exactly one fail.
 *
 * <p>Threads: none; one caller, who moves the time. Uses neither clock nor I/O. May use {@code
 * fault}, {@code firmware} and the controller's ports ({@code SerialLine}, {@code RecordStore},
 * clocks, telemetry); never the controller's own codecs.
 */
@NullMarked
package org.tenuto.simulator.boundary;

import org.jspecify.annotations.NullMarked;
