/** The subscriber's contract, by itself and against a real mosquitto. */
@NullMarked
package org.tenuto.monitor;

import org.jspecify.annotations.NullMarked;
