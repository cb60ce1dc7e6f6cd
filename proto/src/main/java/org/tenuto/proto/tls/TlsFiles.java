package org.tenuto.proto.tls;

import java.nio.file.Path;

/**
 * The files of a connection with certificates on both sides, all PEM.
 *
 * @param authority certificates of who may vouch for the broker
 * @param certificate our own certificate, and behind it those up to its authority if the
 *     broker needs them
 * @param key its private key, PKCS #8, not encrypted, and nobody else's to read
 */
public record TlsFiles(Path authority, Path certificate, Path key) {}
