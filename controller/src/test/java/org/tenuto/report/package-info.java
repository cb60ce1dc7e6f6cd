/** Reports of records written by hand. */
@NullMarked
package org.tenuto.report;

import org.jspecify.annotations.NullMarked;
