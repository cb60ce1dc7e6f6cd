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
 * it is asked to, by the JDK's own HTTP server. No state, no check, no record, no pump. Arguments
 * line, stop.
 */
final class PageTwinMain {

  private static final int ACCEPTED = 202;

  private PageTwinMain() {}

  public static void main(String[] args) throws IOException {
    OutputStream line = new FileOutputStream(args[0]);
    byte[] stop = HexFormat.of().parseHex(args[1]);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/stop", exchange -> stop(exchange, line, stop));
    server.start();
    System.out.println("twin ready, http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void stop(HttpExchange exchange, OutputStream line, byte[] stop)
      throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      body.readAllBytes();
      line.write(stop);
      byte[] answer = "{\"text\":\"Stop sent.\"}".getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(ACCEPTED, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
