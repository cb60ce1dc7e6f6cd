/**
 * The person in whose vein the line ends, as published models and our own coefficients have it:
 * where the drug is, and what blood pressure, heart, breath and mind do.
 *
 * <p>Driven by what really flows into the vein, once a second. The kinetics are written here from
 * the published parameters and integrated step by step (Runge-Kutta, 4th order), apart from the
 * controller's closed form, so that the one can judge the other. The vital signs are good for
 * exercising what watches them, and for nothing else: they say nothing of any real person.
 *
 * <p>Same seed, same life. Threads: none; one caller. Uses neither clock nor I/O; a second
 * allocates nothing. Must not use {@code org.tenuto.pk}.
 */
@NullMarked
package org.tenuto.simulator.patient;

import org.jspecify.annotations.NullMarked;
