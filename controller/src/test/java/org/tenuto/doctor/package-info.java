/** Tests of what the doctor finds: with real files, lines and ports. */
@org.jspecify.annotations.NullMarked
package org.tenuto.doctor;
