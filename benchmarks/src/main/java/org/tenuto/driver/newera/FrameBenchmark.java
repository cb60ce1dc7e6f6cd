package org.tenuto.driver.newera;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a packet of the pump's safe mode costs the driver, written and heard. In the driver's own
 * room, of which the outside sees no packets.
 */
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {

  private static final long BYTE_NS = 520_000;

  /** Four digits of mL/h, so that no two packets are alike. */
  private static final long MOST_THOUSANDTHS = 999_900;

  private static final long STEP_THOUSANDTHS = 100;

  private final Frame frame = Frame.safe("RAT");
  private final byte[] line = new byte[Frame.CAPACITY];
  private final ReplyDecoder decoder = new ReplyDecoder();
  private final byte[] heard = packet("00II17.49W0.000ML");
  private long thousandths = STEP_THOUSANDTHS;
  private long nowNs;

  public FrameBenchmark() {
    decoder.acceptBasic(false);
  }

  /** As the pump says it. */
  private static byte[] packet(String text) {
    byte[] said = text.getBytes(StandardCharsets.US_ASCII);
    byte[] packet = new byte[said.length + Frame.OVERHEAD + 1];
    packet[0] = Frame.STX;
    packet[1] = (byte) (said.length + Frame.OVERHEAD);
    System.arraycopy(said, 0, packet, 2, said.length);
    int crc = Crc.of(said, 0, said.length);
    packet[said.length + 2] = (byte) (crc >>> Byte.SIZE);
    packet[said.length + 3] = (byte) crc;
    packet[said.length + 4] = Frame.ETX;
    return packet;
  }

  /** A flow rate, another each time, checked and laid out for the line. */
  @Benchmark
  public int encode() {
    thousandths =
        thousandths >= MOST_THOUSANDTHS ? STEP_THOUSANDTHS : thousandths + STEP_THOUSANDTHS;
    frame.tell("RAT", thousandths, "MH");
    return frame.copyTo(line);
  }

  /** The answer to DIS, byte by byte. Fails if it is not understood: that would cost less. */
  @Benchmark
  public int decode() {
    boolean understood = false;
    for (byte one : heard) {
      nowNs += BYTE_NS;
      understood = decoder.accept(one, nowNs);
    }
    if (!understood) {
      throw new IllegalStateException("the packet is not understood: expected a valid reply");
    }
    return decoder.reply().dataLength();
  }
}
