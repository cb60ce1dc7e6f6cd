package org.tenuto.proto.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets to one broker. They send at once: else the kernel keeps a small message back until the one
 * before it is acknowledged, and a broker takes up to 40 ms for that; an event that follows the
 * device's live message was that late. And no packet beyond a bound is read from them, whatever the
 * broker announces. Any thread.
 */
public final class BrokerSockets extends SocketFactory {

  private final @Nullable SSLSocketFactory tls;
  private final int largestBytes;
  private volatile String refusal = "";

  BrokerSockets(@Nullable SSLSocketFactory tls, int largestBytes) {
    this.tls = tls;
    this.largestBytes = largestBytes;
  }

  /**
   * In clear.
   *
   * @param largestBytes the most that a packet from the broker may have after its fixed header
   */
  public static BrokerSockets inClear(int largestBytes) {
    return new BrokerSockets(null, largestBytes);
  }

  /** The most that a packet from the broker may have after its fixed header, bytes. */
  public int largestBytes() {
    return largestBytes;
  }

  /** Why the last connection was refused to be read on, one line; empty if none was since. */
  public String takeRefusal() {
    String last = refusal;
    refusal = "";
    return last;
  }

  @Override
  public Socket createSocket() throws IOException {
    return new BrokerSocket(tls, largestBytes, why -> refusal = why);
  }

  private Socket connected(InetSocketAddress broker, @Nullable InetSocketAddress from)
      throws IOException {
    Socket socket = createSocket();
    try {
      if (from != null) {
        socket.bind(from);
      }
      socket.connect(broker);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }
}
