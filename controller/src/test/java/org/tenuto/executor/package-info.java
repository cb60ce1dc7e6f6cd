/** Tests of the executor's wiring that need no process of their own. */
@org.jspecify.annotations.NullMarked
package org.tenuto.executor;
