/**
 * The drug libraries that come with Tenuto, as signed files on the class path with the public keys
 * they are signed with; and what is done with libraries on paper: laid out figure by figure,
 * compared, signed, put in place.
 *
 * <p>Wiring: reads and writes files, so it is not part of the pure room {@code dose}, which checks
 * and holds what is read here. Executor and station each load their own copy and compare hashes.
 * May use {@code quantity}, {@code pk}, {@code dose} and {@code config}. Called at start or from a
 * command; any thread.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A {@code LibraryDraft} is held to all that a signed library is held to, and never to be
 *       ordered from: what a device uses comes from {@code DrugLibrary.load} with its own keys.
 *   <li>Nothing of a private key is printed, nor put into an exception.
 *   <li>{@code LibraryInstaller} writes the very bytes it verified, and whatever step it ends at,
 *       what is in place verifies as the former library or as the new one.
 * </ul>
 *
 * <p>The private halves of both shipped keys are published with the tests: their signatures protect
 * against accident, not against malice.
 */
@NullMarked
package org.tenuto.library;

import org.jspecify.annotations.NullMarked;
