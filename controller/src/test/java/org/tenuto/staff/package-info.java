@NullUnmarked
package org.tenuto.staff;

import org.jspecify.annotations.NullUnmarked;
