/** What the journal promises, tried on the real SQLite file. */
@NullMarked
package org.tenuto.journal;

import org.jspecify.annotations.NullMarked;
