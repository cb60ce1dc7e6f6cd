/**
 * Laws of each boundary: nothing wrong, everything wrong, and the same again from the same seed.
 */
@NullMarked
package org.tenuto.simulator.boundary;

import org.jspecify.annotations.NullMarked;
