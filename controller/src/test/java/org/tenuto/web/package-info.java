/** Tests of the device page's server, and {@code PagePreview} to look at the page by itself. */
@NullMarked
package org.tenuto.web;

import org.jspecify.annotations.NullMarked;
