/** What was once said to the world goes on meaning the same. */
@NullMarked
package org.tenuto.proto;

import org.jspecify.annotations.NullMarked;
