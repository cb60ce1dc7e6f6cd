/** How what is shown is put into words and into JSON. Pure: no I/O, no clock. */
@NullMarked
package org.tenuto.monitor.text;

import org.jspecify.annotations.NullMarked;
