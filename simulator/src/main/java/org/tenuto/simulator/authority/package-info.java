/**
 * A test authority: certificates for brokers, devices and monitors of a test or a lesson.
 *
 * <p>Three authorities, one for each role, so that who somebody may be is decided by who signed it:
 * a broker that asks for a device's certificate takes no monitor's, and a device takes none but a
 * broker's for its broker. P-256 keys, which every broker and client can use.
 *
 * <p>For tests and teaching: keys lie in files, nothing is ever revoked. Never overwrites a file.
 * The only room with Bouncy Castle; it is no part of what runs on a board.
 */
@NullMarked
package org.tenuto.simulator.authority;

import org.jspecify.annotations.NullMarked;
