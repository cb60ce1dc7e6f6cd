package org.tenuto.monitor;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;

/** A real broker that can be stopped, killed and started again on the same port. */
final class Mosquitto {

  private final Path config;
  private final Path log;
  private final int port;
  private @Nullable Process process;

  /** Not started yet. Keeps its sessions over a restart in good order. */
  Mosquitto(Path dir) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    config = dir.resolve("mosquitto.conf");
    log = dir.resolve("mosquitto.log");
    Files.writeString(
        config,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        user root
        """
            .formatted(port, dir));
  }

  /** Skips a test by name where there is no mosquitto; fails it instead where CI is true. */
  static void required(TestInfo test) {
    if (binary().isPresent()) {
      return;
    }
    String missing = "mosquitto is not installed: this test needs a real broker";
    if ("true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    System.out.println("SKIPPED " + test.getDisplayName() + ": " + missing);
    assumeTrue(false, missing);
  }

  private static Optional<Path> binary() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // Debian puts it where only root looks
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
        .map(dir -> Path.of(dir, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(binary().orElseThrow().toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Awaitility.await("mosquitto listens")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
              }
            });
  }

  /** Ends it in good order; does nothing if it does not run. */
  void stop() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    }
  }
}
