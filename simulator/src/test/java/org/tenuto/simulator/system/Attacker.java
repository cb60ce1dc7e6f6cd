package org.tenuto.simulator.system;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody on the board who talks to the page's port as no browser does. */
final class Attacker implements AutoCloseable {

  private static final String FOREIGN = "controller/src/test/resources/attacks/foreign.txt";
  private static final int PATIENCE_MS = 60_000;

  private final int port;
  private final List<Socket> held = new ArrayList<>();

  Attacker(String url) {
    port = URI.create(url).getPort();
  }

  /** Host and port of the page. */
  String own() {
    return "127.0.0.1:" + port;
  }

  /** What other pages, rebound names and other sites would send as headers. */
  List<String> foreignHeaders() throws IOException {
    Path file = Tenuto.home().resolve(FOREIGN);
    return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
        .filter(line -> !line.startsWith("#"))
        .map(
            line ->
                line.substring(7)
                    .replace("{own}", own())
                    .replace("{port}", Integer.toString(port))
                    .replace(" | ", "\r\n"))
        .toList();
  }

  /** The status line of the answer to a POST of which every header is ours. */
  String post(String path, String headers, String body) throws IOException {
    return exchange(
        "POST " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private String exchange(String text) throws IOException {
    try (Socket socket = open()) {
      write(socket, text);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  /** As many connections at once, each with the beginning of a request that never ends. */
  void hold(int connections, String path) throws IOException {
    for (int i = 0; i < connections; i++) {
      Socket socket = open();
      held.add(socket);
      write(
          socket,
          "POST " + path + " HTTP/1.1\r\nHost: " + own()
              + "\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{");
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : held) {
      socket.close();
    }
  }
}
