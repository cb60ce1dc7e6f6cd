/**
 * How devices and monitors reach a broker: sockets that send at once, in clear or by TLS 1.3 with
 * certificates on both sides, from PEM files, and that read no packet larger than is told. One of it
 * for both, like the schemas.
 *
 * <p>Of MQTT it knows where a packet ends and no more; no thread; reads the files it is given and
 * nothing else.
 */
@NullMarked
package org.tenuto.proto.tls;

import org.jspecify.annotations.NullMarked;
