package org.tenuto.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.tls.BrokerSockets;
import org.tenuto.proto.tls.BrokerTls;
import org.tenuto.proto.tls.TlsFiles;
import picocli.CommandLine.Option;

/** Which broker, and with which certificates. */
final class BrokerOptions {

  private static final String TLS = "mqtts";
  private static final int DEFAULT_PORT = 1883;
  private static final int DEFAULT_TLS_PORT = 8883;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      defaultValue = "mqtt://127.0.0.1:1883",
      description = {
        "mqtt://host:port, in clear, or mqtts://host:port, TLS 1.3 with certificates on both sides",
        "(default ${DEFAULT-VALUE})."
      })
  private String broker = "";

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = "With mqtts: PEM, who may vouch for the broker.")
  private @Nullable Path authority;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "With mqtts: PEM, what this monitor shows of itself.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "With mqtts: PEM, its private key, PKCS #8, mode 0600.")
  private @Nullable Path key;

  /** The broker as it was given. */
  String text() {
    return broker;
  }

  /**
   * Where the broker is, as Paho wants it; securing the connection is the sockets' own matter.
   *
   * @throws IllegalArgumentException one line that names what is wrong
   */
  String serverUri() {
    URI uri = uri();
    boolean tls = TLS.equals(uri.getScheme());
    int usual = tls ? DEFAULT_TLS_PORT : DEFAULT_PORT;
    int port = uri.getPort() == -1 ? usual : uri.getPort();
    return "tcp://" + uri.getHost() + ":" + port;
  }

  private URI uri() {
    try {
      URI uri = new URI(broker);
      boolean known = TLS.equals(uri.getScheme()) || "mqtt".equals(uri.getScheme());
      if (known && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(expected(), e);
    }
    throw new IllegalArgumentException(expected());
  }

  private String expected() {
    return "--broker '" + broker + "': expected mqtt://host:port or mqtts://host:port";
  }

  /**
   * What connects to it.
   *
   * @param warnings told, a line each, which certificate is out of its time
   * @throws IllegalArgumentException one line: certificates without {@code mqtts}, or too few
   * @throws IOException one line: which file, and what is wrong with it
   */
  BrokerSockets sockets(Consumer<String> warnings) throws IOException {
    if (!TLS.equals(uri().getScheme())) {
      if (Stream.of(authority, certificate, key).anyMatch(file -> file != null)) {
        throw new IllegalArgumentException(
            "--broker '" + broker + "': certificates go with mqtts:// and with nothing else");
      }
      return BrokerSockets.inClear(BrokerLink.LARGEST_BYTES);
    }
    if (authority == null || certificate == null || key == null) {
      throw new IllegalArgumentException(
          "--broker '" + broker + "': expected --authority, --certificate and --key with it");
    }
    BrokerTls tls = BrokerTls.read(new TlsFiles(authority, certificate, key));
    tls.warnings(Instant.now()).forEach(warnings);
    return tls.sockets(BrokerLink.LARGEST_BYTES);
  }
}
