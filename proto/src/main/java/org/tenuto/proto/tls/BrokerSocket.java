package org.tenuto.proto.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a broker: sends at once, reads through a {@link PacketGuard}, and if it is a
 * secured one, is that before {@link #connect} returns. What lies under TLS is this socket itself, so
 * that time limits and the end of the connection are one thing.
 */
final class BrokerSocket extends Socket {

  static final String VERSION = "TLSv1.3";

  private final @Nullable SSLSocketFactory tls;
  private final int largestBytes;
  private final Consumer<String> refused;
  private volatile @Nullable SSLSocket secured;
  private volatile @Nullable InputStream guarded;

  BrokerSocket(@Nullable SSLSocketFactory tls, int largestBytes, Consumer<String> refused)
      throws IOException {
    this.tls = tls;
    this.largestBytes = largestBytes;
    this.refused = refused;
    setTcpNoDelay(true);
  }

  @Override
  public void connect(SocketAddress broker, int timeoutMs) throws IOException {
    super.connect(broker, timeoutMs);
    SSLSocket above = tls == null ? null : layered(tls, (InetSocketAddress) broker);
    if (above != null) {
      setSoTimeout(timeoutMs);
      above.startHandshake();
      setSoTimeout(0);
    }
    InputStream in = above == null ? super.getInputStream() : above.getInputStream();
    secured = above;
    guarded = new PacketGuard(in, largestBytes, refused);
  }

  /** TLS 1.3 only, to nobody but the host whose certificate it is. */
  private SSLSocket layered(SSLSocketFactory factory, InetSocketAddress broker)
      throws IOException {
    SSLSocket above =
        (SSLSocket) factory.createSocket(this, broker.getHostString(), broker.getPort(), true);
    SSLParameters parameters = above.getSSLParameters();
    parameters.setProtocols(new String[] {VERSION});
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // names as RFC 2818 compares them
    above.setSSLParameters(parameters);
    return above;
  }

  /** Until it is connected, what TLS itself reads. */
  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = guarded;
    return in == null ? super.getInputStream() : in;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    SSLSocket above = secured;
    return above == null ? super.getOutputStream() : above.getOutputStream();
  }

  /** TLS says goodbye and then closes what is under it. */
  @Override
  public void close() throws IOException {
    SSLSocket above = secured;
    secured = null;
    try {
      if (above != null) {
        above.close();
      }
    } finally {
      super.close();
    }
  }
}
