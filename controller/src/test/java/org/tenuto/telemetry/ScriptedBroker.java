package org.tenuto.telemetry;

import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.tenuto.proto.telemetry.SealedEvent;

/**
 * As much of an MQTT 5 broker as it takes to treat a publisher badly, on a real socket. What it has
 * acknowledged it has got.
 */
final class ScriptedBroker implements AutoCloseable {

  /** How it treats who connects; looked at for each packet. */
  enum Manner {
    GOOD,
    /** Takes the connection and acknowledges nothing. */
    MUTE,
    /** Reads 1 kB a second. */
    SLOW,
    /** Hangs up a second after it took the connection, by its clock. */
    FLAPPING,
    /** Sends a device what it must not take, another thing to each connection, and hangs up. */
    HOSTILE,
    /** Announces a message of 16 KiB, which never comes. */
    ENDLESS,
    /** Announces the largest message there can be, 256 MiB. */
    HUGE
  }

  private static final int PACKETS_OF_AN_ATTACK = 10;
  private static final long FLAP_NS = 1_000_000_000L;
  private static final byte[] HUGE_MESSAGE = {0x30, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
  private static final byte[] CONNACK = {0x20, 3, 0, 0, 0};

  /** What a hostile one sends after it took the connection; then it answers as a good one. */
  private static final List<byte[]> ATTACKS =
      List.of(
          publish(0, "tenuto/v1/ward/pump1/command", "start"),
          publish(1, "tenuto/v1/ward/pump1/command", "start"),
          publish(2, "tenuto/v1/ward/pump1/command", "start"),
          HUGE_MESSAGE,
          new byte[] {0x30, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
          new byte[] {0x40, 2, 0x30, 0x39}, // acknowledges what was never sent
          new byte[] {(byte) 0x90, 4, 0, 1, 0, 0}, // grants a subscription nobody asked for
          new byte[] {0x20, 3, 0, 0, 0}, // takes the connection a second time
          new byte[] {0, 0, 0, 0, 0, 0, 0, 0},
          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
          new byte[] {(byte) 0xe0, 2, (byte) 0x8b, 0}); // disconnects: the server shuts down

  private final int port;
  private final List<Long> got = new CopyOnWriteArrayList<>();
  private final Map<Socket, Long> takenNs = new ConcurrentHashMap<>();
  private final LongSupplier clock;
  private final AtomicInteger attacks = new AtomicInteger();
  private volatile Manner manner = Manner.GOOD;
  private volatile ServerSocket server;

  /** On its own port, with this clock, ns. */
  ScriptedBroker(LongSupplier clock) throws IOException {
    this.clock = clock;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = server.getLocalPort();
    accept(server);
  }

  String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  void turn(Manner newManner) {
    manner = newManner;
  }

  /** Wire sequences of the events it acknowledged, in the order they came. */
  List<Long> got() {
    return got;
  }

  int attacks() {
    return attacks.get();
  }

  static int kindsOfAttack() {
    return ATTACKS.size();
  }

  /** Hangs up on whom it took a second ago or longer, if that is its manner; how many they were. */
  int flap() throws IOException {
    int flapped = 0;
    for (Map.Entry<Socket, Long> one : List.copyOf(takenNs.entrySet())) {
      if (manner == Manner.FLAPPING && clock.getAsLong() - one.getValue() >= FLAP_NS) {
        one.getKey().close();
        takenNs.remove(one.getKey());
        flapped++;
      }
    }
    return flapped;
  }

  /** Goes away without a word; {@link #comeBack} on the same port. */
  void goAway() {
    close();
  }

  void comeBack() throws IOException {
    ServerSocket next = new ServerSocket();
    next.setReuseAddress(true);
    next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server = next;
    accept(next);
  }

  private void accept(ServerSocket listening) {
    Thread.ofPlatform()
        .daemon()
        .name("scripted-broker")
        .start(
            () -> {
              try {
                while (true) {
                  Socket socket = listening.accept();
                  takenNs.put(socket, clock.getAsLong());
                  Thread.ofPlatform().daemon().start(() -> serve(socket));
                }
              } catch (IOException e) {
                // it went away
              }
            });
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(input(socket));
      OutputStream out = socket.getOutputStream();
      for (int packets = 0; !isHostile() || packets < PACKETS_OF_AN_ATTACK; packets++) {
        answer(in.readUnsignedByte(), body(in), out);
      }
    } catch (IOException e) {
      // the publisher hung up
    } finally {
      takenNs.remove(socket);
    }
  }

  private boolean isHostile() {
    return manner == Manner.HOSTILE;
  }

  private InputStream input(Socket socket) throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read() throws IOException {
        linger();
        return in.read();
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        linger();
        return in.read(into, from, manner == Manner.SLOW ? Math.min(1, most) : most);
      }
    };
  }

  private void linger() {
    if (manner == Manner.SLOW) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static byte[] body(DataInputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next > 0x7f);
    return in.readNBytes(length);
  }

  private void answer(int first, byte[] body, OutputStream out) throws IOException {
    switch (first >> 4) {
      case 1 -> greet(out);
      case 3 -> {
        if ((first & 6) == 2 && manner != Manner.MUTE) {
          acknowledge(ByteBuffer.wrap(body), out);
        }
      }
      case 12 -> out.write(new byte[] {(byte) 0xd0, 0});
      default -> {
        // a goodbye
      }
    }
  }

  private void greet(OutputStream out) throws IOException {
    out.write(CONNACK);
    if (manner == Manner.HOSTILE) {
      out.write(ATTACKS.get(attacks.getAndIncrement() % ATTACKS.size()));
    } else if (manner == Manner.ENDLESS) {
      out.write(new byte[] {0x30, (byte) 0xff, 0x7f});
    } else if (manner == Manner.HUGE) {
      out.write(HUGE_MESSAGE);
    }
  }

  private void acknowledge(ByteBuffer body, OutputStream out) throws IOException {
    byte[] topic = new byte[body.getShort()];
    body.get(topic);
    byte[] id = {body.get(), body.get()};
    int properties = body.get(); // shorter than 128 bytes
    body.position(body.position() + properties);
    if (new String(topic, StandardCharsets.UTF_8).endsWith("/event")) {
      got.add(SealedEvent.parseFrom(body).getWireSeq());
    }
    out.write(new byte[] {0x40, 2, id[0], id[1]});
  }

  private static byte[] publish(int qos, String topic, String text) {
    byte[] name = topic.getBytes(StandardCharsets.US_ASCII);
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + name.length + (qos > 0 ? 2 : 0) + 1 + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(2 + length);
    packet.put((byte) (0x30 | qos << 1)).put((byte) length);
    packet.putShort((short) name.length).put(name);
    if (qos > 0) {
      packet.putShort((short) 7);
    }
    return packet.put((byte) 0).put(payload).array();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : takenNs.keySet()) {
        socket.close();
      }
      takenNs.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
