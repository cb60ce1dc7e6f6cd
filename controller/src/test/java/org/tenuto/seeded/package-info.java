/** Random cases for every room's tests: the same ones for the same seed, each to be run again. */
@NullMarked
package org.tenuto.seeded;

import org.jspecify.annotations.NullMarked;
