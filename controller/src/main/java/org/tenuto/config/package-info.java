/**
 * Configuration files: one TOML file per process, read so that every fault found is listed with
 * file, key, value and what was expected. Nothing starts on a bad file.
 *
 * <p>Used by the wiring rooms only, at start, on the main thread. May use {@code dose} only. The
 * records that hold the values belong to the rooms that use them; this room only reads. Also reads
 * the drug library's files, which {@code dose}, a pure room, then judges.
 */
@NullMarked
package org.tenuto.config;

import org.jspecify.annotations.NullMarked;
