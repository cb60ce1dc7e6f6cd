package org.tenuto.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether something listens where the broker should be. Sends nothing.
 *
 * @param broker {@code mqtt://host:port} or {@code mqtts://host:port}; empty where none is
 *     configured
 * @param limitMs how long to wait, looking up the name included
 */
record BrokerCheck(String broker, int limitMs) implements Check {

  private static final String THING = "broker";
  private static final String TLS = "mqtts";
  private static final int DEFAULT_PORT = 1883;
  private static final int DEFAULT_TLS_PORT = 8883;
  private static final String ADVICE =
      "Infusions run and are recorded without it, but nobody can watch; start it, or mend"
          + " telemetry.broker.";

  @Override
  public Finding look() throws InterruptedException {
    if (broker.isEmpty()) {
      return Finding.ok(THING, "none configured, no telemetry");
    }
    try {
      URI address = new URI(broker);
      boolean known = "mqtt".equals(address.getScheme()) || TLS.equals(address.getScheme());
      return known && address.getHost() != null ? connect(address) : unusable();
    } catch (URISyntaxException e) {
      return unusable();
    }
  }

  /** The station does not start with such an address. */
  private Finding unusable() {
    return Finding.missing(
        THING,
        "telemetry.broker = " + broker + " is no address of a broker",
        "Expected mqtt://host:port or mqtts://host:port.");
  }

  private Finding connect(URI address) throws InterruptedException {
    var connecting = new FutureTask<Boolean>(() -> touch(address));
    Thread.ofPlatform().daemon().name("broker-check").start(connecting);
    try {
      connecting.get(limitMs, TimeUnit.MILLISECONDS);
      return Finding.ok(THING, broker + " takes connections");
    } catch (ExecutionException e) {
      return Finding.degraded(THING, broker + ": " + Reasons.of(e.getCause()), ADVICE);
    } catch (TimeoutException e) {
      return Finding.degraded(THING, broker + ": no answer within " + limitMs + " ms", ADVICE);
    }
  }

  /** Connects and hangs up; the thread may wait longer for a name than anybody waits for it. */
  private boolean touch(URI address) throws IOException {
    int usual = TLS.equals(address.getScheme()) ? DEFAULT_TLS_PORT : DEFAULT_PORT;
    int port = address.getPort() == -1 ? usual : address.getPort();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), 2 * limitMs);
      return socket.isConnected();
    } catch (UnknownHostException e) {
      throw new IOException("unknown host " + address.getHost(), e);
    }
  }
}
