/**
 * The real driver against the simulated pump over a line that goes wrong, in virtual time: no
 * controller around the driver, so that nothing hides what it does, and judges that know neither.
 */
@org.jspecify.annotations.NullMarked
package org.tenuto.simulator.conversation;
