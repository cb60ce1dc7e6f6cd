package org.tenuto.simulator.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker that treats whoever connects badly, in one way. A thread for each connection; nothing it
 * does is on record.
 */
public final class BadBroker implements AutoCloseable {

  private static final byte[] TAKEN = {0x20, 3, 0, 0, 0};
  private static final byte[] UNASKED = {0x30, 8, 0, 3, 'a', '/', 'b', 0, 'h', 'i'};
  private static final byte[] HUGE = {0x30, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
  private static final int FLAP_MS = 1_000;
  private static final int HOSTILE_MS = 10;
  private static final int SLOW_MS = 1_000;
  private static final int SLOW_BYTES = 100;
  private static final int RECEIVE_BYTES = 1_024;

  private final Manner manner;
  private final ServerSocket server;
  private final Thread listening;
  private final Set<Socket> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Listens on that port of loopback.
   *
   * @throws IOException if the port is taken
   */
  public BadBroker(Manner manner, int port) throws IOException {
    this.manner = manner;
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.setReceiveBufferSize(RECEIVE_BYTES);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    listening = Thread.ofPlatform().daemon().name("bad-broker").start(this::accept);
  }

  /** How many connections it has taken so far. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        taken.add(socket);
        connections.incrementAndGet();
        Thread.ofPlatform().daemon().name("bad-connection").start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.getInputStream().read(new byte[SLOW_BYTES]);
      OutputStream out = socket.getOutputStream();
      out.write(TAKEN);
      if (manner == Manner.HUGE) {
        out.write(HUGE);
      }
      treat(socket, out);
    } catch (IOException e) {
      // the device hung up, or we did
    } finally {
      taken.remove(socket);
    }
  }

  private void treat(Socket socket, OutputStream out) throws IOException {
    boolean slow = manner == Manner.SLOW;
    boolean flapping = manner == Manner.FLAPPING;
    long takenNs = System.nanoTime();
    byte[] some = new byte[slow ? SLOW_BYTES : RECEIVE_BYTES];
    while (!closed && !(flapping && System.nanoTime() - takenNs >= FLAP_MS * 1_000_000L)) {
      if (slow) {
        pause(SLOW_MS);
      } else if (manner == Manner.HOSTILE) {
        out.write(UNASKED);
      }
      socket.setSoTimeout(HOSTILE_MS);
      try {
        if (socket.getInputStream().read(some) < 0) {
          return;
        }
      } catch (SocketTimeoutException e) {
        // it says nothing just now
      }
    }
  }

  private static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hangs up on everybody; the port is free when this returns. */
  @Override
  public void close() throws IOException {
    closed = true;
    server.close();
    try {
      listening.join(); // it holds the port until it has noticed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : taken) {
      socket.close();
    }
  }
}
