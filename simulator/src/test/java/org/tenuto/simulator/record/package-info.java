/** Every check of the record finds the smallest record that is wrong, and not the nearest right one. */
@NullMarked
package org.tenuto.simulator.record;

import org.jspecify.annotations.NullMarked;
