/**
 * What is promised, judged from outside: by the physical truth and by what can be seen and heard.
 *
 * <p>An oracle knows nothing of how the controller works. It takes what staff entered (inputs
 * only), what the motor did, what the executor published and what sounded; what an order comes to
 * it works out itself ({@code InForce}). It says once what was broken, when, and what was promised.
 * What a session leaves behind, record and wire, is judged by the room {@code record}.
 *
 * <p>May use the controller's records of inputs ({@code Order}), of what is shown ({@code
 * StatusSnapshot}) and the list of alarm conditions; none of its arithmetic, and no other room of
 * the simulator. Threads: none; one session. Looking allocates nothing while promises are kept.
 */
@NullMarked
package org.tenuto.simulator.oracle;

import org.jspecify.annotations.NullMarked;
