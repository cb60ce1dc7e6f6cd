package org.tenuto.proto.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** No socket of the publisher keeps a small message back. */
class PromptSocketsTest {

  @Test
  void inClear() throws Exception {
    requirePrompt(new PromptSockets());
  }

  @Test
  void withTls() throws Exception {
    requirePrompt(new Tls13Sockets((SSLSocketFactory) SSLSocketFactory.getDefault()));
  }

  private static void requirePrompt(SocketFactory sockets) throws Exception {
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
}
