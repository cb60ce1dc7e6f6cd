/** The page's server and what it shows. */
@NullMarked
package org.tenuto.monitor.web;

import org.jspecify.annotations.NullMarked;
