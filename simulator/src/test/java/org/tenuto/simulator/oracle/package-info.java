/** Every oracle finds the smallest scene that breaks its promise, and not the nearest that keeps it. */
@NullMarked
package org.tenuto.simulator.oracle;

import org.jspecify.annotations.NullMarked;
