package org.tenuto.monitor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker that takes every connection and subscription and then sends the first one bytes it was
 * given, each later one a message with the payload {@code good}. A thread for each connection.
 */
final class HostileBroker implements AutoCloseable {

  private static final int SUBSCRIBE = 0x82;
  private static final byte[] TAKEN = {0x20, 3, 0, 0, 0};

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final byte[] bytes;

  HostileBroker(byte[] bytes) throws IOException {
    this.bytes = bytes;
    Thread.ofPlatform().daemon().name("hostile-broker").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** A PUBLISH packet of QoS 0. */
  static byte[] publish(byte[] topic, String payload) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    byte[] said = payload.getBytes(StandardCharsets.UTF_8);
    packet.write(0x30);
    packet.write(2 + topic.length + 1 + said.length); // below 128
    packet.write(0);
    packet.write(topic.length);
    packet.writeBytes(topic);
    packet.write(0);
    packet.writeBytes(said);
    return packet.toByteArray();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        boolean first = connections.incrementAndGet() == 1;
        Thread.ofPlatform().daemon().start(() -> serve(socket, first));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket, boolean first) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        int type = in.readUnsignedByte();
        byte[] body = in.readNBytes(length(in));
        if ((type & 0xf0) == 0x10) {
          out.write(TAKEN);
        } else if (type == SUBSCRIBE) {
          out.write(new byte[] {(byte) 0x90, 10, body[0], body[1], 0, 1, 0, 0, 0, 0, 0, 0});
          byte[] good = "tenuto/v1/a/b/live".getBytes(StandardCharsets.UTF_8);
          out.write(first ? bytes : publish(good, "good"));
        }
      }
    } catch (IOException e) {
      // it hung up, or we did
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int octet;
    do {
      octet = in.readUnsignedByte();
      length |= (octet & 0x7f) << shift;
      shift += 7;
    } while ((octet & 0x80) != 0);
    return length;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
