/**
 * Which hazard is answered by which safeguard, and which test shows it: {@code docs/hazards.md} is
 * written from a table here, and every test it names must exist. It stands in this module because
 * only here both the controller's and the system's tests can be seen.
 */
@org.jspecify.annotations.NullMarked
package org.tenuto.simulator.hazard;
