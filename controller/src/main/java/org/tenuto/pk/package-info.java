/**
 * What population models predict of ketamine in the body: concentration in plasma (Cp) and at the
 * effect site (Ce) for a program of phases, and the look-ahead that holds a plan under its ceiling.
 *
 * <p>A {@code PkModel} is a published parameter set; for a patient it gives a {@code
 * CompartmentModel}, mammillary with two or three compartments, solved as a sum of exponentials.
 * {@code ConcentrationCurve} is the closed form; {@code PkState} the same as a state that is
 * stepped, at 10 Hz with a {@code PkStep} made once; {@code CeilingLookAhead} runs it ahead.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A prediction is of a model, never of a person: no figure without its model's name, and the
 *       sets differ threefold in the first minutes. None is ever used to raise a dose.
 *   <li>A model says which drug it describes. Racemic ketamine and esketamine are not exchanged.
 *   <li>An effect-site rate constant belongs to one set. Without one there is no Ce: NaN.
 *   <li>No time of recovery is predicted.
 *   <li>Every formula is a sum of terms that are not negative: nothing cancels, so figures are good
 *       to 1e-9 of themselves however small or late, also where rate constants coincide.
 *   <li>{@code StrictMath} only: the same figures on every machine.
 * </ul>
 *
 * <p>Units inside: ng, mL, s, ng/mL, 1/s; the minutes and litres of the literature are converted at
 * the border. {@code double}, and never back into a command except through the guardrail.
 *
 * <p>Pure: no I/O, no clock, no thread, no random. May use {@code quantity} only. Values are
 * immutable and of any thread; {@code PkState} and {@code CeilingLookAhead} belong to one thread
 * and allocate nothing once they are made.
 */
@NullMarked
package org.tenuto.pk;

import org.jspecify.annotations.NullMarked;
