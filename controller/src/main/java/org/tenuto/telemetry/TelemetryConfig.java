package org.tenuto.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where telemetry goes and under which name.
 *
 * @param broker {@code mqtt://host:port}
 * @param site one word, first part of the name
 * @param device one word, unique within the site
 */
public record TelemetryConfig(URI broker, String site, String device) {

  private static final int DEFAULT_PORT = 1883;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** {@code IllegalArgumentException}s name the field, the value and what was expected. */
  public TelemetryConfig {
    if (!"mqtt".equals(broker.getScheme()) || broker.getHost() == null) {
      throw new IllegalArgumentException("broker '" + broker + "': expected mqtt://host:port");
    }
    requireWord("site", site);
    requireWord("device", device);
  }

  /** From text. */
  public static TelemetryConfig of(String broker, String site, String device) {
    try {
      return new TelemetryConfig(new URI(broker), site, device);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("broker '" + broker + "': expected mqtt://host:port", e);
    }
  }

  private static void requireWord(String what, String value) {
    if (!WORD.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " '" + value + "': expected 1 to 64 letters, digits, '.', '_' or '-'");
    }
  }

  /** The address as Paho wants it. */
  String serverUri() {
    int port = broker.getPort() == -1 ? DEFAULT_PORT : broker.getPort();
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
