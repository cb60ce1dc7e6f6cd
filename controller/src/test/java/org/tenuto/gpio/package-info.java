/** Tests of the panel; those named {@code ...OnGpioSim} run inside the guest of -Pgpio-sim. */
@org.jspecify.annotations.NullMarked
package org.tenuto.gpio;
