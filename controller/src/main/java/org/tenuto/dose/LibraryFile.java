package org.tenuto.dose;

import org.jspecify.annotations.Nullable;

/**
 * A drug library as it was read from disk, not yet trusted.
 *
 * @param name file name, for messages
 * @param toml content, byte for byte: this is what was signed
 * @param signature content of the signature file (base64 text); null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Raw file content; nobody compares these records.
public record LibraryFile(String name, byte[] toml, byte @Nullable [] signature) {}
