package org.tenuto.simulator.system;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between MQTT clients and their broker, passes on every byte, and notes each packet of each
 * direction. What it can't make out it notes as well.
 */
final class MqttTap implements AutoCloseable {

  /** The 4 bits a packet begins with (MQTT 5, 2.1.2). */
  enum Kind {
    RESERVED,
    CONNECT,
    CONNACK,
    PUBLISH,
    PUBACK,
    PUBREC,
    PUBREL,
    PUBCOMP,
    SUBSCRIBE,
    SUBACK,
    UNSUBSCRIBE,
    UNSUBACK,
    PINGREQ,
    PINGRESP,
    DISCONNECT,
    AUTH
  }

  /**
   * A packet that went by.
   *
   * @param topic of a PUBLISH; empty if an alias stands for one that was sent before
   */
  record Packet(Kind kind, String topic) {}

  /** One connection: who it was, and what was said in which direction. */
  static final class Conversation {
    final Queue<Packet> fromClient = new ConcurrentLinkedQueue<>();
    final Queue<Packet> fromBroker = new ConcurrentLinkedQueue<>();
    volatile String clientId = "";
  }

  /** Of a CONNECT, after its length: name and version of the protocol, flags, keep alive. */
  private static final int PROPERTIES_AT = 10;

  private static final int LONGEST_LENGTH = 4;

  private final ServerSocket server;
  private final int brokerPort;
  private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  MqttTap(int brokerPort) throws IOException {
    this.brokerPort = brokerPort;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("tap").start(this::accept);
  }

  String url() {
    return "mqtt://127.0.0.1:" + server.getLocalPort();
  }

  /** Every conversation of the clients whose id begins so. */
  List<Conversation> of(String clientId) {
    return conversations.stream().filter(c -> c.clientId.startsWith(clientId)).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
        sockets.addAll(List.of(client, broker));
        Conversation talk = new Conversation();
        conversations.add(talk);
        pass(client, broker, talk, talk.fromClient);
        pass(broker, client, talk, talk.fromBroker);
      }
    } catch (IOException e) {
      close(); // the test is over, or will fail for want of a broker
    }
  }

  private static void pass(Socket from, Socket to, Conversation talk, Queue<Packet> notes) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (from;
                  to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                while (true) {
                  byte[] packet = packet(new DataInputStream(in));
                  notes.add(noted(packet, talk));
                  out.write(packet);
                }
              } catch (IOException e) {
                // either side hung up: so do we, by leaving
              }
            });
  }

  /** One whole packet with its header. */
  private static byte[] packet(DataInputStream in) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(1 + LONGEST_LENGTH);
    header.put(in.readByte());
    int length = 0;
    byte next;
    do {
      next = in.readByte();
      length |= (next & 0x7f) << (7 * (header.position() - 1));
      header.put(next);
    } while (next < 0 && header.hasRemaining());
    byte[] packet = new byte[header.position() + length];
    header.flip().get(packet, 0, header.limit());
    if (in.readNBytes(packet, header.limit(), length) < length) {
      throw new EOFException("half a packet");
    }
    return packet;
  }

  private static Packet noted(byte[] packet, Conversation talk) {
    Kind kind = Kind.values()[(packet[0] & 0xf0) >> 4];
    int at = 1;
    while (packet[at++] < 0) {
      // the length, of 1 to 4 bytes
    }
    if (kind == Kind.CONNECT) {
      talk.clientId = text(packet, skipProperties(packet, at + PROPERTIES_AT));
    }
    return new Packet(kind, kind == Kind.PUBLISH ? text(packet, at) : "");
  }

  /** The client's id stands behind the properties, which are shorter than 128 bytes. */
  private static int skipProperties(byte[] packet, int lengthAt) {
    return lengthAt + 1 + packet[lengthAt];
  }

  private static String text(byte[] packet, int at) {
    int length = Short.toUnsignedInt(ByteBuffer.wrap(packet).getShort(at));
    return new String(packet, at + 2, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
