package org.tenuto.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The least that a Stop of a page can be: a process that writes the bytes of a stop on a line when
 * it is asked to, by the JDK's own HTTP server, and a page of one button that asks it. No state, no
 * check, no record, no pump. Arguments line, stop.
 */
final class PageTwinMain {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  /** Asks when it is touched, not when the finger is lifted, as the device's page does. */
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <meta name="viewport" content="width=device-width">
      <button data-testid="stop" style="width: 200px; height: 100px">Stop</button>
      <script>
        document.querySelector('button').addEventListener('pointerdown',
          () => fetch('/api/stop', { method: 'POST', priority: 'high' }));
      </script>
      """;

  private PageTwinMain() {}

  public static void main(String[] args) throws IOException {
    OutputStream line = new FileOutputStream(args[0]);
    byte[] stop = HexFormat.of().parseHex(args[1]);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PageTwinMain::page);
    server.createContext("/api/stop", exchange -> stop(exchange, line, stop));
    server.start();
    System.out.println("twin ready, http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange, OK, "text/html", PAGE);
    }
  }

  private static void stop(HttpExchange exchange, OutputStream line, byte[] stop)
      throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      body.readAllBytes();
      line.write(stop);
      answer(exchange, ACCEPTED, "application/json", "{\"text\":\"Stop sent.\"}");
    }
  }

  private static void answer(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }
}
