/** The test authority, and what a device makes of its files. */
@NullMarked
package org.tenuto.simulator.authority;

import org.jspecify.annotations.NullMarked;
