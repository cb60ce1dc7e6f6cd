package org.tenuto.simulator.demo;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An MQTT 5 broker within this process, on loopback only. */
public final class Broker implements AutoCloseable {

  private static final int TIMEOUT_S = 60;

  private final EmbeddedHiveMQ hivemq;
  private final int port;

  private Broker(EmbeddedHiveMQ hivemq, int port) {
    this.hivemq = hivemq;
    this.port = port;
  }

  /**
   * Starts a broker that keeps its files in {@code dir}.
   *
   * @param port TCP port; 0 for any free one
   */
  public static Broker start(Path dir, int port) throws IOException {
    int chosen = port == 0 ? freePort() : port;
    Path config = Files.createDirectories(dir.resolve("conf"));
    Files.writeString(config.resolve("config.xml"), configuration(chosen));
    EmbeddedHiveMQ hivemq =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(config)
            .withDataFolder(Files.createDirectories(dir.resolve("data")))
            .withExtensionsFolder(Files.createDirectories(dir.resolve("extensions")))
            .withoutLoggingBootstrap()
            .build();
    try {
      hivemq.start().get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("broker on port " + chosen + " did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("broker on port " + chosen + ": interrupted while starting", e);
    }
    return new Broker(hivemq, chosen);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String configuration(int port) {
    return """
           <?xml version="1.0"?>
           <hivemq>
             <listeners>
               <tcp-listener>
                 <port>%d</port>
                 <bind-address>127.0.0.1</bind-address>
               </tcp-listener>
             </listeners>
             <anonymous-usage-statistics>
               <enabled>false</enabled>
             </anonymous-usage-statistics>
           </hivemq>
           """
        .formatted(port);
  }

  /** Where clients connect, e.g. {@code mqtt://127.0.0.1:1883}. */
  public String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  @Override
  public void close() throws IOException {
    try {
      hivemq.stop().get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("broker did not stop: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the broker stopped", e);
    }
  }
}
