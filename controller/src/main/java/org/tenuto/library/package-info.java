/**
 * The drug libraries that come with Tenuto, as signed files on the class path, and the public keys
 * they are signed with.
 *
 * <p>Wiring: reads resources, so it is not part of the pure room {@code dose}, which checks and
 * holds what is read here. Executor and station each load their own copy and compare hashes. May
 * use {@code dose} only. Called at start; any thread.
 *
 * <p>The private halves of both keys are published with the tests: their signatures protect against
 * accident, not against malice.
 */
@NullMarked
package org.tenuto.library;

import org.jspecify.annotations.NullMarked;
