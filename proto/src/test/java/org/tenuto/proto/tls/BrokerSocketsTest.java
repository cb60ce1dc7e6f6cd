package org.tenuto.proto.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** No socket to a broker keeps a small message back, none reads more than it was told to. */
class BrokerSocketsTest {

  private final BrokerSockets sockets = BrokerSockets.inClear(100);

  @Test
  void theySendAtOnce() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket broker = new ServerSocket(0, 5, here);
        Socket later = sockets.createSocket();
        Socket named = sockets.createSocket(here.getHostAddress(), broker.getLocalPort());
        Socket from = sockets.createSocket(here, broker.getLocalPort(), here, 0);
        Socket local =
            sockets.createSocket(here.getHostAddress(), broker.getLocalPort(), here, 0);
        Socket addressed = sockets.createSocket(here, broker.getLocalPort())) {
      for (Socket socket : new Socket[] {later, named, from, local, addressed}) {
        assertThat(socket.getTcpNoDelay()).isTrue();
      }
      later.connect(broker.getLocalSocketAddress());
      assertThat(later.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void whyAConnectionIsNotReadOnIsToldOnce() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket broker = new ServerSocket(0, 5, here);
        Socket socket = sockets.createSocket(here, broker.getLocalPort());
        Socket other = broker.accept()) {
      other.getOutputStream().write(new byte[] {0x20, 1, 0, 0x30, 101});
      assertThat(socket.getInputStream().readNBytes(3)).containsExactly(0x20, 1, 0);
      assertThat(sockets.takeRefusal()).isEmpty();
      String line = "the broker announces a packet of 101 bytes, expected at most 100";
      assertThatThrownBy(() -> socket.getInputStream().readNBytes(2)).hasMessage(line);
      assertThat(sockets.takeRefusal()).isEqualTo(line);
      assertThat(sockets.takeRefusal()).isEmpty();
    }
  }
}
