package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.authority.CertsMain;
import picocli.CommandLine;

/**
 * A real mosquitto with the configuration we ship, on two free ports of loopback, and mosquitto's
 * own clients. Its folder holds the certificates as {@code ./tenuto certs} makes them.
 */
final class SecuredBroker implements AutoCloseable {

  /** Who connects, and where: their certificate's file without the ending, and the port. */
  record Client(String certificate, int port) {}

  final Path dir;
  final int devicesPort;
  final int monitorsPort;
  private final Path mosquitto = Needs.program("mosquitto");
  private final Path subscriber = Needs.program("mosquitto_sub");
  private final Path publisher = Needs.program("mosquitto_pub");
  private final Deque<Process> started = new ArrayDeque<>();
  private @Nullable Process running;

  /** Writes everything; not started yet. */
  SecuredBroker(Path dir, String host) throws IOException {
    this.dir = dir;
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      devicesPort = one.getLocalPort();
      monitorsPort = other.getLocalPort();
    }
    certs("init", dir.toString());
    certs("broker", dir.toString(), "--host", host);
    Files.copy(dir.resolve("broker-" + host + ".pem"), dir.resolve("broker.pem"));
    Files.copy(dir.resolve("broker-" + host + ".key.pem"), dir.resolve("broker.key.pem"));
    Path shipped = Tenuto.home().resolve("docs/mosquitto");
    for (String list : List.of("devices.acl", "monitors.acl")) {
      Files.copy(shipped.resolve(list), dir.resolve(list));
    }
    String text = Files.readString(shipped.resolve("mosquitto.conf"));
    text = replaced(text, "listener 8883\n", "listener %d 127.0.0.1\n".formatted(devicesPort));
    text = replaced(text, "listener 8884\n", "listener %d 127.0.0.1\n".formatted(monitorsPort));
    Files.writeString(dir.resolve("mosquitto.conf"), "user root\nlog_type all\n" + text);
  }

  private static String replaced(String text, String what, String with) {
    if (!text.contains(what)) {
      throw new AssertionError("the configuration we ship has no " + what);
    }
    return text.replace(what, with);
  }

  /** Changes a line of its configuration, before it is started. */
  void configure(String what, String with) throws IOException {
    Path config = dir.resolve("mosquitto.conf");
    Files.writeString(config, replaced(Files.readString(config), what, with));
  }

  /** What {@code ./tenuto certs} does. */
  static void certs(String... arguments) {
    var unread = new PrintWriter(new StringWriter());
    if (new CommandLine(new CertsMain()).setOut(unread).execute(arguments) != 0) {
      throw new AssertionError("certs " + List.of(arguments));
    }
  }

  Client device(String site, String device) {
    certs("device", dir.toString(), "--site", site, "--device", device);
    return new Client("device-" + device + "@" + site, devicesPort);
  }

  Client monitor(String name) {
    certs("monitor", dir.toString(), "--name", name);
    return new Client("monitor-" + name, monitorsPort);
  }

  String url() {
    return "mqtts://127.0.0.1:" + devicesPort;
  }

  void start() throws IOException {
    running = launch("mosquitto.log", List.of(mosquitto.toString(), "-c", "mosquitto.conf"));
    await("mosquitto listens")
        .atMost(Tenuto.LONG)
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast("mosquitto ended", () -> !requireNonNull(running).isAlive())
        .until(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), monitorsPort)) {
                return socket.isConnected();
              }
            });
  }

  /** In its place something that speaks TLS, and of that one version only. */
  void standIn(String version) throws IOException {
    launch(
        "stand-in.log",
        List.of(
            Needs.program("openssl").toString(), "s_server", version, "-accept",
            "127.0.0.1:" + devicesPort, "-cert", "broker.pem", "-key", "broker.key.pem"));
    await("it listens")
        .atMost(Tenuto.LONG)
        .until(() -> lines("stand-in.log").contains("ACCEPT"));
  }

  /** Subscribes to everything; what comes is in {@link #lines} of that name. */
  Process subscribe(Client client, String output, String... more) throws IOException {
    List<String> command = client(subscriber, client);
    command.addAll(List.of("-t", "#", "-F", "%t %x", "-d"));
    command.addAll(List.of(more));
    return launch(output, command);
  }

  /** Publishes and waits until the broker said what it thinks of it; the client's own words. */
  String publish(Client client, String topic, String text, String... more)
      throws IOException, InterruptedException {
    List<String> command = client(publisher, client);
    command.addAll(List.of("-t", topic, "-m", text, "-q", "1", "-d"));
    command.addAll(List.of(more));
    Path output = Files.createTempFile(dir, "pub-", ".out");
    Process process = launch(output.getFileName().toString(), command);
    if (!process.waitFor(Tenuto.LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("mosquitto_pub did not end");
    }
    return Files.readString(output);
  }

  private List<String> client(Path program, Client client) {
    return new ArrayList<>(
        List.of(
            program.toString(), "-V", "5", "-h", "127.0.0.1", "-p", Integer.toString(client.port()),
            "--cafile", "brokers.pem", "--cert", client.certificate() + ".pem",
            "--key", client.certificate() + ".key.pem"));
  }

  private Process launch(String output, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve(output).toFile()))
            .start();
    started.push(process);
    return process;
  }

  /** What a subscriber, or the broker itself, said so far. */
  List<String> lines(String output) {
    try {
      return Files.readString(dir.resolve(output), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends every process it started. */
  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }
}
