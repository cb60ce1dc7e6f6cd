/** What a fleet says is what its recordings say, in each device's own words. */
@NullMarked
package org.tenuto.simulator.fleet;

import org.jspecify.annotations.NullMarked;
