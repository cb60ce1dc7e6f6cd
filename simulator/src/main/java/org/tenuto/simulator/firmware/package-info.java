/**
 * The pump's own code: a New Era NE-1000, seen from its RS-232 jack and from its motor shaft.
 *
 * <p>A pure step machine: bytes in, {@code nowNs} → bytes out, and microsteps on a {@link
 * org.tenuto.simulator.firmware.Motor}. It is written from the protocol description alone and never
 * uses the controller's codec, so that two readings of the manual meet on the line.
 *
 * <p>Invariants: a phase never turns the motor past its own volume; the time between microsteps is
 * exact in integers (the remainder is carried, also over pause and rate change); every command for
 * this pump's address gets one reply; while an alarm is pending the next command gets the alarm
 * instead and is not executed; in safe mode the watchdog stops the pump at its own deadline however
 * late the step comes.
 *
 * <p>Choices where the sources are silent: one microstep is 0.2126 µm of travel; accumulators and
 * the selected phase are lost with power, everything else set while stopped is kept; purging counts
 * in the accumulators; accumulators roll over at 10,000 units; a program that falls into a phase
 * with an impossible rate ends with {@code A?E}, one that runs past phase 41 with {@code A?O}; a
 * cleared program is phase 1 = RAT and all others STP; only packets addressed to this pump feed its
 * watchdog, and {@code SAF n} itself arms it; with {@code PF 1} a program that ran when the power
 * went begins anew at phase 1 when it is back. Where accounts of real pumps contradict each other
 * it does what most say, and a {@link org.tenuto.simulator.firmware.Quirk} what the others say. Not
 * simulated: what {@code LOC} and the TTL pins do, functions other than RAT and STP (so no prompt T
 * or U and no {@code ?IGN}), {@code DIR STK}, the speed of the line.
 *
 * <p>Beside it a bare stepper mechanism ({@link org.tenuto.simulator.firmware.StepperDrive}): three
 * lines and a shaft, from the mechanics alone. Not simulated of it: resonance, the time a line must
 * keep its level, a rotor that falls back by four full steps when it stalls.
 *
 * <p>Threads: none; one caller. Uses neither clock nor I/O. Must not use {@code org.tenuto.driver},
 * nor any other room of the simulator but {@code parameter}.
 */
@NullMarked
package org.tenuto.simulator.firmware;

import org.jspecify.annotations.NullMarked;
