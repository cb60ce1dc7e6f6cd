/**
 * How a number of the simulated world is declared: name, unit, usual value, range, origin.
 *
 * <p>Each part of the world is a record of numbers with a list of these beside it; the record's
 * constructor holds its values to them, and {@code docs/world.md} is written from them.
 *
 * <p>Pure; uses no other room.
 */
@NullMarked
package org.tenuto.simulator.parameter;

import org.jspecify.annotations.NullMarked;
