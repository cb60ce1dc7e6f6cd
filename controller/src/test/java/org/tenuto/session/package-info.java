@NullMarked
package org.tenuto.session;

import org.jspecify.annotations.NullMarked;
