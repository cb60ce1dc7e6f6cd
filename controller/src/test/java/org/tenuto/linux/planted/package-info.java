/** Planted violations of the house's rules. */
@org.jspecify.annotations.NullMarked
package org.tenuto.linux.planted;
