package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.doctor.Finding.Level;

/** The broker's port, open and closed. */
class BrokerCheckTest {

  private static final int LIMIT_MS = 30_000;

  @Test
  void anOpenPortTakesConnections() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "mqtt://127.0.0.1:" + server.getLocalPort();
      assertThat(look(url)).isEqualTo(Finding.ok("broker", url + " takes connections"));
    }
  }

  @Test
  void aClosedPortIsSaid() throws Exception {
    String url = "mqtt://127.0.0.1:" + closedPort();
    Finding finding = look(url);
    assertThat(finding.level()).isEqualTo(Level.DEGRADED);
    assertThat(finding.found()).isEqualTo(url + ": connection refused");
  }

  /** Linux leaves a caller without an answer while the queue of a listener is full. */
  @Test
  void waitsNoLongerThanItsLimit() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> queue = fill(server);
      String url = "mqtt://127.0.0.1:" + server.getLocalPort();
      Finding finding = new BrokerCheck(url, 50).look();
      assertThat(finding.level()).isEqualTo(Level.DEGRADED);
      assertThat(finding.found()).isEqualTo(url + ": no answer within 50 ms");
      for (Socket waiting : queue) {
        waiting.close();
      }
    }
  }

  private static List<Socket> fill(ServerSocket server) throws IOException {
    List<Socket> queue = new ArrayList<>();
    try {
      while (queue.size() < 100) {
        var socket = new Socket();
        queue.add(socket);
        socket.connect(server.getLocalSocketAddress(), 500);
      }
    } catch (SocketTimeoutException full) {
      return queue;
    }
    throw new AssertionError("the queue took 100 callers");
  }

  @Test
  void noneConfiguredIsFine() throws Exception {
    assertThat(look("").level()).isEqualTo(Level.OK);
  }

  @Test
  void anAddressThatIsNoneIsMissing() throws Exception {
    for (String url : new String[] {"127.0.0.1:1883", "http://127.0.0.1", "mqtt://", "mqtt:// x"}) {
      assertThat(look(url).level()).as(url).isEqualTo(Level.MISSING);
    }
  }

  private static Finding look(String url) throws InterruptedException {
    return new BrokerCheck(url, LIMIT_MS).look();
  }

  private static int closedPort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }
}
