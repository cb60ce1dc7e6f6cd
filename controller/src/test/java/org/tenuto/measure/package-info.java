/** What tests of several rooms measure with. */
@NullMarked
package org.tenuto.measure;

import org.jspecify.annotations.NullMarked;
