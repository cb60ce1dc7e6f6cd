package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real broker on one port, and a subscriber that is not ours. */
final class Mosquitto {

  private final Path dir;
  private final Path broker = Needs.program("mosquitto");
  private final Path subscriber = Needs.program("mosquitto_sub");
  private final int port;
  private @Nullable Process running;
  private @Nullable Process subscribed;

  /**
   * A message as the subscriber got it.
   *
   * @param payload its bytes
   */
  record Received(String topic, ByteString payload) {}

  /** Not started yet. */
  Mosquitto(Path dir) throws IOException {
    this.dir = dir;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    // Its sessions outlive it, so that a killed broker forgets no subscriber.
    Files.writeString(
        config(),
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        user root
        log_type notice
        log_type subscribe
        """
            .formatted(port, dir));
  }

  private Path config() {
    return dir.resolve("mosquitto.conf");
  }

  private Path received() {
    return dir.resolve("received.txt");
  }

  String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  /** TCP port of loopback it listens on once started. */
  int port() {
    return port;
  }

  void start() throws IOException {
    running = launch("mosquitto.log", broker.toString(), "-c", config().toString());
    await("mosquitto listens")
        .atMost(Tenuto.LONG)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
              }
            });
  }

  /** Subscribes to everything, in a session that the broker keeps. */
  void subscribe() throws IOException {
    Files.createFile(received());
    subscribed =
        launch(
            received().getFileName().toString(),
            subscriber.toString(),
            "-h", "127.0.0.1", "-p", Integer.toString(port),
            "-i", "watcher", "-c", "-q", "1", "-t", "tenuto/v1/#", "-F", "%t %x");
    awaitLog("watcher 1 tenuto/v1/#");
  }

  /** Has the broker put its sessions on disk, as it does by itself only every half hour. */
  void saveSessions() throws IOException, InterruptedException {
    Process process = requireNonNull(running);
    new ProcessBuilder("kill", "-USR1", Long.toString(process.pid())).start().waitFor();
    Path database = dir.resolve("mosquitto.db");
    await("sessions on disk").atMost(Tenuto.LONG).until(() -> Files.exists(database));
  }

  private void awaitLog(String text) {
    await("mosquitto says " + text)
        .atMost(Tenuto.LONG)
        .until(() -> Files.readString(dir.resolve("mosquitto.log")).contains(text));
  }

  private Process launch(String output, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve(output).toFile()))
        .start();
  }

  /** What arrived on the topic with this last level so far, in order of arrival. */
  List<Received> received(String lastLevel) {
    try {
      String text = Files.readString(received(), StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.matches("tenuto/v1/\\S+/" + lastLevel + " [0-9a-f]+"))
          .map(Mosquitto::message)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Received message(String line) {
    int space = line.indexOf(' ');
    byte[] payload = HexFormat.of().parseHex(line.substring(space + 1));
    return new Received(line.substring(0, space), ByteString.copyFrom(payload));
  }

  /** Kills the broker without a word (SIGKILL). */
  void kill9() throws InterruptedException {
    end(running);
  }

  private static void end(@Nullable Process process) throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Ends broker and subscriber; does nothing where they do not run. */
  void endBoth() throws InterruptedException {
    end(subscribed);
    end(running);
  }
}
