/** Words and JSON. */
@NullMarked
package org.tenuto.monitor.text;

import org.jspecify.annotations.NullMarked;
