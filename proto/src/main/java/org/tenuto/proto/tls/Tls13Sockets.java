package org.tenuto.proto.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets that speak TLS 1.3 only, to nobody but the host whose certificate it is. */
final class Tls13Sockets extends SSLSocketFactory {

  static final String VERSION = "TLSv1.3";

  private final SSLSocketFactory all;

  Tls13Sockets(SSLSocketFactory all) {
    this.all = all;
  }

  private static Socket strict(Socket socket) throws IOException {
    SSLSocket tls = (SSLSocket) socket;
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(new String[] {VERSION});
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // names as RFC 2818 compares them
    tls.setSSLParameters(parameters);
    return PromptSockets.prompt(tls);
  }

  @Override
  public Socket createSocket() throws IOException {
    return strict(all.createSocket());
  }

  @Override
  public Socket createSocket(Socket under, String host, int port, boolean closeUnder)
      throws IOException {
    return strict(all.createSocket(under, host, port, closeUnder));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return strict(all.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return strict(all.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return strict(all.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return strict(all.createSocket(host, port, from, fromPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return all.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return all.getSupportedCipherSuites();
  }
}
