/**
 * From a clinician's order to what the pump may be told: drug library, dose arithmetic, limits.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use {@code quantity} only. Arithmetic is
 * exact decimal; the flow rate and the volume are rounded <em>down</em> once each, to what the pump
 * can do. Only {@code Guardrail} makes a {@code PermittedRate}.
 */
@NullMarked
package org.tenuto.dose;

import org.jspecify.annotations.NullMarked;
