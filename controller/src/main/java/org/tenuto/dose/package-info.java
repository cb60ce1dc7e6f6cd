/**
 * From a clinician's order to what the pump may be told: drug library, dose arithmetic, limits.
 *
 * <p>The way of an order: {@code DoseCalculator} works out the exact figures, then rounds the flow
 * rate and the volume <em>down</em> once each, to what the pump can do ({@code PumpResolution}).
 * {@code Guardrail} holds them against the {@code DrugLibrary}, the syringe and the pump and gives
 * a {@code Verdict} with stable reason codes. {@code OrderReview} makes the {@code ReadBack} people
 * confirm, and permits exactly that. Only {@code Guardrail} makes a {@code PermittedRate}.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Arithmetic is exact decimal; limits are judged on exact figures, messages may round.
 *   <li>Nothing that reaches a pump is ever above what was ordered; more than 1 % below is refused.
 *   <li>An order is untrusted: whatever it holds, the answer is a verdict, never an exception.
 *   <li>HARD findings refuse. SOFT findings need a reason and a second person; until the device can
 *       identify one, they refuse on the device too ({@code SECOND_PERSON_NOT_AVAILABLE}).
 *   <li>The dose rate that needs attested intensive monitoring is refused until it can be attested.
 *   <li>A remainder after a pause has the same rate and never more than the volume read back less
 *       what may have been delivered.
 * </ul>
 *
 * <p>A library is a TOML file and an Ed25519 signature of its bytes. What is not signed by a
 * trusted key is not even parsed; a signed file with any fault is refused with all its faults.
 * Quantities in it are text with a unit, since TOML numbers are binary. A demo key signs demo drugs
 * and nothing else. Numbers marked unverified can't be ordered.
 *
 * <p>Pure: no I/O (callers read the files), no clock, no thread, no random. May use {@code
 * quantity}, tomlj and the JDK's digests and signatures only. Values are immutable; any thread.
 * Allocates: called between cycles before delivery, not in them.
 */
@NullMarked
package org.tenuto.dose;

import org.jspecify.annotations.NullMarked;
