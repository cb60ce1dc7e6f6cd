package org.tenuto.proto.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets in clear that send at once. Else the kernel keeps a small message back until the one
 * before it is acknowledged, and a broker takes up to 40 ms for that: an event that follows the
 * device's live message was that late.
 */
public final class PromptSockets extends SocketFactory {

  private final SocketFactory plain = SocketFactory.getDefault();

  /** Has a socket send at once; whether it is connected yet is all the same. */
  static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(plain.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return prompt(plain.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
    return prompt(plain.createSocket(address, port, localAddress, localPort));
  }
}
