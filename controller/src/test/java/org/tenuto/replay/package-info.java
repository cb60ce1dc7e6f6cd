/** Tests of room {@code replay}: what is recorded is what is played back. */
@NullMarked
package org.tenuto.replay;

import org.jspecify.annotations.NullMarked;
