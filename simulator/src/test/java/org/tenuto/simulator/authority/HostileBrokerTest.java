package org.tenuto.simulator.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.tls.BrokerSockets;
import org.tenuto.proto.tls.BrokerTls;
import org.tenuto.proto.tls.TlsFiles;

/** A broker with a good certificate, or none, that means ill. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileBrokerTest {

  private static final int LARGEST = 16 << 10;
  private static final int TIMEOUT_MS = 60_000;

  @TempDir private Path dir;
  private Issued broker;
  private BrokerSockets sockets;

  @BeforeEach
  void make() throws Exception {
    CertificateFolder folder = new CertificateFolder(dir);
    Issuing issuing = new Issuing(Instant.now());
    Issued brokers = issuing.authority("brokers", Duration.ofDays(2));
    Issued devices = issuing.authority("devices", Duration.ofDays(2));
    folder.write("brokers", brokers);
    folder.write(
        "mine", issuing.certificate(devices, Role.DEVICE, "ward/pump1", Duration.ofDays(1)));
    GeneralName here = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    broker = issuing.broker(brokers, here, "broker", Duration.ofDays(1));
    TlsFiles files =
        new TlsFiles(
            dir.resolve("brokers.pem"), dir.resolve("mine.pem"), dir.resolve("mine.key.pem"));
    sockets = BrokerTls.read(files).sockets(LARGEST);
  }

  private ServerSocket listening(String version) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {broker.certificate()};
    store.setKeyEntry("broker", broker.key(), new char[0], chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setEnabledProtocols(new String[] {version});
    return server;
  }

  /** As the certificate calls it. */
  private static InetSocketAddress at(ServerSocket server) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.getLocalPort());
  }

  /** Takes one connection, sends what it is told, and waits until the other side hangs up. */
  private static CompletableFuture<Void> sending(ServerSocket server, byte... bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try (Socket socket = server.accept()) {
            socket.getOutputStream().write(bytes);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            // it would not have us, which is what the test looks at
          }
        });
  }

  @Test
  void aHugePacketIsNotReadUnderTlsEither() throws Exception {
    byte[] sent = {0x20, 3, 0, 0, 0, 0x30, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
    try (ServerSocket server = listening("TLSv1.3")) {
      CompletableFuture<Void> serving = sending(server, sent);
      String line = "the broker announces a packet of 268435455 bytes, expected at most 16384";
      try (Socket socket = sockets.createSocket()) {
        socket.connect(at(server), TIMEOUT_MS);
        assertThat(socket.getTcpNoDelay()).isTrue();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThat(in.readNBytes(5)).containsExactly(0x20, 3, 0, 0, 0);
        socket.getOutputStream().write(new byte[] {(byte) 0xc0, 0});
        assertThatThrownBy(() -> in.readNBytes(5)).hasMessage(line);
      }
      assertThat(sockets.takeRefusal()).isEqualTo(line);
      serving.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void whoIsNotCalledAsTheCertificateSaysIsNoBroker() throws Exception {
    try (ServerSocket server = listening("TLSv1.3")) {
      CompletableFuture<Void> serving = sending(server, (byte) 0);
      try (Socket socket = sockets.createSocket()) {
        InetSocketAddress other = new InetSocketAddress("localhost", server.getLocalPort());
        assertThatThrownBy(() -> socket.connect(other, TIMEOUT_MS))
            .isInstanceOf(SSLHandshakeException.class);
      }
      serving.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void anOlderTlsIsNone() throws Exception {
    try (ServerSocket server = listening("TLSv1.2")) {
      CompletableFuture<Void> serving = sending(server, (byte) 0);
      try (Socket socket = sockets.createSocket()) {
        assertThatThrownBy(() -> socket.connect(at(server), TIMEOUT_MS))
            .isInstanceOf(IOException.class);
      }
      serving.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** Who takes the connection and says nothing costs as long as the time limit says. */
  @Test
  void aHandshakeThatNeverEndsIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket socket = sockets.createSocket()) {
      assertThatThrownBy(() -> socket.connect(at(silent), 50))
          .isInstanceOf(IOException.class);
    }
  }
}
