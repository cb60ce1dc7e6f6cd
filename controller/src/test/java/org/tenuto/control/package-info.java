/** Tests of the cycle's parts; the whole cycle is tested against the simulated pump. */
@org.jspecify.annotations.NullMarked
package org.tenuto.control;
