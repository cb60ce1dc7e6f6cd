package org.tenuto.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mosquitto of its own on loopback, for as long as a measurement takes. */
final class LocalBroker implements AutoCloseable {

  private final Path folder;
  private final Path config;
  private final String url;
  private final LineProcess process;

  /**
   * Starts it.
   *
   * @throws IOException one line: that there is none, or why it can't be started
   */
  LocalBroker() throws IOException {
    this(freePort());
  }

  /** The same at that port of loopback. */
  LocalBroker(int port) throws IOException {
    url = "mqtt://127.0.0.1:" + port;
    folder = Files.createTempDirectory("tenuto-bench-broker-");
    config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener %d 127.0.0.1%nallow_anonymous true%nuser root%n".formatted(port));
    process = LineProcess.start(List.of(mosquitto(), "-c", config.toString()), _ -> {});
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String mosquitto() throws IOException {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // Debian puts it where only root looks
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("mosquitto: expected it on the PATH or in /usr/sbin"))
        .toString();
  }

  /** Its address, {@code mqtt://127.0.0.1:port}. */
  String url() {
    return url;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessCost cost() throws IOException {
    return process.cost();
  }

  @Override
  public void close() throws IOException {
    process.close();
    Files.deleteIfExists(config);
    Files.deleteIfExists(folder);
  }
}
