package org.tenuto.proto.tls;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What a broker sends, read only as far as it is sound: the length that each MQTT packet announces is
 * looked at as it passes, before anybody makes room for it. One announcement may be of 256 MiB, and
 * the MQTT client makes that much room at once.
 *
 * <p>One thread. After a refusal nothing more is read.
 */
final class PacketGuard extends InputStream {

  /** The length of a packet has this many octets at most, of seven bits each. */
  private static final int LENGTH_OCTETS = 4;

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final InputStream in;
  private final int largestBytes;
  private final Consumer<String> refused;
  private boolean inLength;
  private int octets;
  private int lengthBytes;
  private int bodyLeftBytes;
  private String refusal = "";

  /**
   * Nothing read yet.
   *
   * @param largestBytes what a packet may have after its fixed header
   * @param refused told once, in one line, why nothing more is read
   */
  PacketGuard(InputStream in, int largestBytes, Consumer<String> refused) {
    this.in = in;
    this.largestBytes = largestBytes;
    this.refused = refused;
  }

  @Override
  public int read() throws IOException {
    requireSound();
    int octet = in.read();
    if (octet >= 0) {
      pass(octet);
    }
    return octet;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    requireSound();
    int count = in.read(into, from, most);
    int at = from;
    while (at < from + count) {
      if (bodyLeftBytes > 0) {
        int skipped = Math.min(bodyLeftBytes, from + count - at);
        bodyLeftBytes -= skipped;
        at += skipped;
      } else {
        pass(into[at++] & 0xff);
      }
    }
    return count;
  }

  private void pass(int octet) throws IOException {
    if (bodyLeftBytes > 0) {
      bodyLeftBytes--;
    } else if (inLength) {
      length(octet);
    } else {
      inLength = true;
      octets = 0;
      lengthBytes = 0;
    }
  }

  private void length(int octet) throws IOException {
    lengthBytes |= (octet & (MORE - 1)) << (octets * BITS);
    octets++;
    boolean more = (octet & MORE) != 0;
    if (more && octets == LENGTH_OCTETS) {
      refuse("the broker sends no MQTT: a packet's length has more than 4 bytes");
    }
    if (!more) {
      inLength = false;
      bodyLeftBytes = lengthBytes;
      if (lengthBytes > largestBytes) {
        refuse(
            "the broker announces a packet of "
                + lengthBytes
                + " bytes, expected at most "
                + largestBytes);
      }
    }
  }

  private void refuse(String why) throws IOException {
    refusal = why;
    refused.accept(why);
    requireSound();
  }

  private void requireSound() throws IOException {
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
