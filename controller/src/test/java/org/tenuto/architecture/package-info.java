/** The rules of the house as tests, each shown to bite on a planted violation. */
@org.jspecify.annotations.NullMarked
package org.tenuto.architecture;
