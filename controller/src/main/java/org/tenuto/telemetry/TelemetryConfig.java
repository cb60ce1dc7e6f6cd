package org.tenuto.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.tls.BrokerTls;

/**
 * Where telemetry goes and under which name.
 *
 * @param broker {@code mqtts://host:port}, with certificates on both sides, or {@code
 *     mqtt://host:port}, in clear
 * @param site one word, first part of the name
 * @param device one word, unique within the site
 * @param tls what {@code mqtts} needs; null with {@code mqtt}
 */
public record TelemetryConfig(URI broker, String site, String device, @Nullable BrokerTls tls) {

  private static final String TLS = "mqtts";
  private static final int DEFAULT_PORT = 1883;
  private static final int DEFAULT_TLS_PORT = 8883;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** {@code IllegalArgumentException}s name the field, the value and what was expected. */
  public TelemetryConfig {
    boolean known = TLS.equals(broker.getScheme()) || "mqtt".equals(broker.getScheme());
    if (!known || broker.getHost() == null) {
      throw new IllegalArgumentException(noBroker(broker.toString()));
    }
    if (TLS.equals(broker.getScheme()) != (tls != null)) {
      throw new IllegalArgumentException(
          "broker '" + broker + "': certificates go with mqtts:// and with nothing else");
    }
    requireWord("site", site);
    requireWord("device", device);
  }

  /** From text, in clear. */
  public static TelemetryConfig of(String broker, String site, String device) {
    return of(broker, site, device, null);
  }

  /** From text. */
  public static TelemetryConfig of(
      String broker, String site, String device, @Nullable BrokerTls tls) {
    try {
      return new TelemetryConfig(new URI(broker), site, device, tls);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(noBroker(broker), e);
    }
  }

  private static String noBroker(String broker) {
    return "broker '" + broker + "': expected mqtt://host:port or mqtts://host:port";
  }

  private static void requireWord(String what, String value) {
    if (!WORD.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " '" + value + "': expected 1 to 64 letters, digits, '.', '_' or '-'");
    }
  }

  /** The address as Paho wants it; securing the connection is the sockets' own matter. */
  String serverUri() {
    int usual = tls == null ? DEFAULT_PORT : DEFAULT_TLS_PORT;
    int port = broker.getPort() == -1 ? usual : broker.getPort();
    return "tcp://" + broker.getHost() + ":" + port;
  }

  /** The same device comes back under the same id: the broker then ends its old connection. */
  String clientId() {
    return "tenuto-" + site + "-" + device;
  }

  String topic(String name) {
    return "tenuto/v1/" + site + "/" + device + "/" + name;
  }
}
