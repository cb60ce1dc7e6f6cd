/**
 * From a clinician's order to what the pump may be told: drug library, dose arithmetic, limits.
 *
 * <p>The way of an order: {@code DosingWeight} says which weight it is dosed by. {@code
 * DoseCalculator} works out each phase's exact figures, then rounds its flow rate and volume
 * <em>down</em> once each, to what the pump can do ({@code PumpResolution}). {@code Guardrail} holds
 * them against the {@code DrugLibrary}, the doses of 24 h, the syringe and the pump, and what the
 * drug's models predict against its ceiling ({@code CeilingCheck}), and gives a {@code Verdict} with
 * stable reason codes. {@code OrderReview} makes the {@code ReadBack} people confirm, and of exactly
 * that the {@code PermittedOrder} from which the pump is told, a phase at a time. An order that runs
 * is changed as a whole: {@code Progress} says how far it has come, the limits hold for what was
 * given and what is to come together, and its look-ahead starts from what is predicted now. {@code PrimingReview} does the same for filling the line, which
 * belongs to no order and has limits of its own. Only {@code Guardrail} makes a {@code PermittedRate}.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Arithmetic is exact decimal; limits are judged on exact figures, messages may round.
 *   <li>Nothing that reaches a pump is ever above what was ordered; more than 1 % below is refused.
 *   <li>An order is untrusted: whatever it holds, the answer is a verdict, never an exception.
 *   <li>HARD findings refuse. SOFT findings refuse too, without a reason for each and a second
 *       person ({@code Overrides}); who that is, is the station's to know.
 *   <li>The whole order counts against session and rolling 24 h from its start, so what is still to
 *       come can't carry any 24 hours beyond the limit.
 *   <li>A look-ahead takes thousands of steps: {@code OrderDraft} does it in slices.
 *   <li>What is left of a phase has the phase's rate and never more than its volume less what may
 *       have been delivered of it.
 * </ul>
 *
 * <p>A library is a TOML file and an Ed25519 signature of its bytes. What is not signed by a
 * trusted key is not even parsed; a signed file with any fault is refused with all its faults.
 * Quantities in it are text with a unit, since TOML numbers are binary. A demo key signs demo drugs
 * and nothing else. Numbers marked unverified can't be ordered.
 *
 * <p>Pure: no I/O (callers read the files), no clock, no thread, no random. May use {@code
 * quantity}, {@code pk}, tomlj and the JDK's digests and signatures only. Values are immutable; any thread.
 * Allocates: called between cycles before delivery, not in them.
 */
@NullMarked
package org.tenuto.dose;

import org.jspecify.annotations.NullMarked;
