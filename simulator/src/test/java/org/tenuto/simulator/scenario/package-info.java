/** Sessions, golden scenarios, sweeps and storms. */
@NullMarked
package org.tenuto.simulator.scenario;

import org.jspecify.annotations.NullMarked;
