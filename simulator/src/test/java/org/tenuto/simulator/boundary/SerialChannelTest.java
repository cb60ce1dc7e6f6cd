package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.PresentFaults;

/** The line: every byte in order at its speed, and each thing that can go wrong with it. */
class SerialChannelTest {

  private static final long MS = 1_000_000;

  @Test
  void everyByteArrivesInOrderAtTheSpeedOfTheLineBothWays() {
    Bench bench = new Bench(1);
    byte[] sent = bench.random(192);
    assertThat(bench.channel.write(sent, sent.length)).isEqualTo(192);
    bench.channel.fromPump(sent, sent.length);
    // 192 bytes of 10 bits at 19,200 bits a second are 100 ms.
    bench.pass(50);
    assertThat(bench.heardByPump.size()).isEqualTo(95);
    assertThat(bench.heardByDriver.size()).isEqualTo(95);
    bench.pass(51);
    assertThat(bench.heardByPump.toByteArray()).isEqualTo(sent);
    assertThat(bench.heardByDriver.toByteArray()).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"300, 29", "19200, 1919", "115200, 4096"})
  void theSpeedIsTheBaudRateOverTenBits(int baud, int bytesInASecond) {
    Bench bench = new Bench(1, baud, Tripwire.never());
    byte[] sent = new byte[512];
    for (int i = 0; i < 8; i++) {
      bench.channel.write(sent, sent.length);
    }
    bench.pass(1_000);
    assertThat(bench.heardByPump.size()).isEqualTo(bytesInASecond);
  }

  @Test
  void theQueueIsWhatIsNotOnTheWireYetAndCanBeDiscarded() {
    Bench bench = new Bench(1);
    assertThat(bench.channel.queued()).isZero();
    bench.channel.write(new byte[20], 20);
    assertThat(bench.channel.queued()).isEqualTo(19);
    bench.pass(5);
    assertThat(bench.channel.queued()).isEqualTo(10);
    bench.channel.discardOutput();
    assertThat(bench.channel.queued()).isZero();
    bench.pass(100);
    assertThat(bench.heardByPump.size()).isEqualTo(10);
  }

  @Test
  void aFullQueueTakesWhatThereIsRoomForAndNoMore() {
    Bench bench = new Bench(1);
    bench.begin("serial-stuck@0s+1s");
    int taken = 0;
    for (int count = 1; count > 0; taken += count) {
      count = bench.channel.write(new byte[1_000], 1_000);
      assertThat(count).isLessThanOrEqualTo(512);
    }
    assertThat(taken).isEqualTo(OneWay.CAPACITY_BYTES + 1);
    assertThat(bench.channel.queued()).isEqualTo(OneWay.CAPACITY_BYTES);
  }

  @Test
  void totalLossLetsNothingThrough() {
    Bench bench = new Bench(1);
    bench.begin("serial-loss@0s+1s:1000");
    bench.talk(10);
    assertThat(bench.heardByPump.size()).isZero();
    assertThat(bench.heardByDriver.size()).isZero();
  }

  @Test
  void someLossLosesAboutSoMuch() {
    Bench bench = new Bench(1);
    bench.begin("serial-loss@0s+1s:100");
    bench.talk(100);
    assertThat(bench.heardByPump.size()).isBetween(8_800, 9_200);
  }

  @Test
  void totalDoublingBringsEverythingTwice() {
    Bench bench = new Bench(1);
    bench.begin("serial-doubling@0s+1s:1000");
    bench.channel.write(new byte[] {1, 2, 3}, 3);
    bench.pass(10);
    assertThat(bench.heardByPump.toByteArray()).containsExactly(1, 1, 2, 2, 3, 3);
  }

  @Test
  void totalDamageTurnsOneBitOfEveryByte() {
    Bench bench = new Bench(1);
    bench.begin("serial-damage@0s+1s:1000");
    bench.channel.write(new byte[100], 100);
    bench.pass(100);
    assertThat(bench.heardByPump.toByteArray()).hasSize(100);
    for (byte damaged : bench.heardByPump.toByteArray()) {
      assertThat(Integer.bitCount(damaged & 0xFF)).isEqualTo(1);
    }
  }

  @Test
  void aDelayComesOnTopAndNothingOvertakes() {
    Bench bench = new Bench(1);
    Fault delay = bench.begin("serial-delay@0s+1s:40");
    bench.channel.write(new byte[] {1, 2, 3}, 3);
    bench.pass(40);
    assertThat(bench.heardByPump.size()).isZero();
    bench.present.ends(delay);
    bench.channel.write(new byte[] {4}, 1);
    bench.pass(1);
    assertThat(bench.heardByPump.toByteArray()).containsExactly(1);
    bench.pass(5);
    assertThat(bench.heardByPump.toByteArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aStuckLineHoldsEverythingAndGoesOnAtItsSpeed() {
    Bench bench = new Bench(1);
    bench.channel.write(new byte[100], 100);
    bench.pass(10);
    int before = bench.heardByPump.size();
    Fault stuck = bench.begin("serial-stuck@0s+1s");
    bench.pass(500);
    assertThat(bench.heardByPump.size()).isEqualTo(before);
    assertThat(bench.channel.queued()).isPositive();
    bench.present.ends(stuck);
    bench.pass(10);
    assertThat(bench.heardByPump.size()).isBetween(before + 18, before + 21);
    bench.pass(100);
    assertThat(bench.heardByPump.size()).isEqualTo(100);
  }

  @Test
  void aCutLineIsGoneForEveryCallAndComesBackAsANewOne() {
    Bench bench = new Bench(1);
    bench.channel.write(new byte[50], 50);
    bench.channel.fromPump(new byte[50], 50);
    Fault cut = bench.begin("serial-cut@0s+1s");
    bench.channel.advance(bench.nowNs);
    byte[] some = new byte[10];
    assertThat(bench.channel.write(some, 10)).isEqualTo(-1);
    assertThat(bench.channel.queued()).isEqualTo(-1);
    bench.channel.fromPump(some, 10);
    for (int i = 0; i < 5; i++) {
      assertThat(bench.channel.read(some)).isEqualTo(-1);
    }
    bench.present.ends(cut);
    assertThat(bench.channel.write(some, 10)).isEqualTo(-1);
    assertThat(bench.channel.read(some)).isEqualTo(-1);
    assertThat(bench.channel.read(some)).isZero();
    bench.pass(100);
    assertThat(bench.heardByPump.size()).isZero();
    assertThat(bench.heardByDriver.size()).isZero();
    assertThat(bench.channel.write(some, 10)).isEqualTo(10);
    bench.pass(10);
    assertThat(bench.heardByPump.size()).isEqualTo(10);
  }

  /** As short as it may be: the driver has to see it. */
  @Test
  void aCutThatIsOverBeforeAnybodyLooksIsSeenAllTheSame() {
    Bench bench = new Bench(1);
    bench.channel.fromPump(new byte[50], 50);
    bench.pass(5);
    bench.present.ends(bench.begin("serial-cut@0s+1ns"));
    bench.channel.advance(bench.nowNs + MS);
    byte[] some = new byte[10];
    assertThat(bench.channel.read(some)).isEqualTo(-1);
    assertThat(bench.channel.write(some, 10)).isEqualTo(-1);
    assertThat(bench.channel.read(some)).isEqualTo(-1);
    assertThat(bench.channel.read(some)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theOperationAtTheTripwireLosesTheLineAndNoOtherDoes(long n) {
    Bench bench = new Bench(1, 19_200, Tripwire.at(n));
    byte[] some = new byte[10];
    for (long operation = 1; operation <= 6; operation++) {
      bench.channel.fromPump(some, 1);
      bench.nowNs += MS;
      bench.channel.advance(bench.nowNs);
      int result = operation % 2 == 1 ? bench.channel.write(some, 1) : bench.channel.read(some);
      assertThat(result == -1).as("operation %d", operation).isEqualTo(operation == n);
      if (result == -1) {
        assertThat(bench.tripwire.reached()).isTrue();
        return;
      }
    }
  }

  @Test
  void sameSeedSameBytesAndAnotherSeedOthers() {
    assertThat(everythingWrong(7)).hasSizeGreaterThan(1_000).isEqualTo(everythingWrong(7));
    assertThat(everythingWrong(8)).isNotEqualTo(everythingWrong(7));
  }

  private static byte[] everythingWrong(long seed) {
    Bench bench = new Bench(seed);
    bench.begin("serial-loss@0s+1s:100");
    bench.begin("serial-doubling@0s+1s:100");
    bench.begin("serial-damage@0s+1s:100");
    bench.begin("serial-delay@0s+1s:5");
    bench.talk(50);
    return bench.heardByPump.toByteArray();
  }

  @Test
  void nothingIsAllocatedWhateverPasses() {
    Bench bench = new Bench(1);
    byte[] some = new byte[64];
    bench.begin("serial-loss@0s+1s:10");
    Allocated.nothingBy(
        () -> {
          bench.channel.write(some, 1);
          bench.channel.fromPump(some, 1);
          bench.nowNs += MS;
          bench.channel.advance(bench.nowNs);
          bench.channel.takeForPump(some);
          bench.channel.read(some);
        });
    assertThat(bench.tripwire.operations()).isPositive();
  }

  /** A channel with somebody at either end who takes what comes. */
  private static final class Bench {

    final Tripwire tripwire;
    final PresentFaults present = new PresentFaults();
    final SerialChannel channel;
    final ByteArrayOutputStream heardByPump = new ByteArrayOutputStream();
    final ByteArrayOutputStream heardByDriver = new ByteArrayOutputStream();
    private final byte[] into = new byte[512];
    private final SplittableRandom content = new SplittableRandom(99);
    long nowNs = 5_000 * MS;

    Bench(long seed) {
      this(seed, 19_200, Tripwire.never());
    }

    Bench(long seed, int baud, Tripwire tripwire) {
      this.tripwire = tripwire;
      channel = new SerialChannel(baud, present, new SplittableRandom(seed), tripwire);
      channel.advance(nowNs);
    }

    Fault begin(String text) {
      Fault fault = Fault.parse(text);
      present.begins(fault);
      return fault;
    }

    byte[] random(int count) {
      byte[] bytes = new byte[count];
      content.nextBytes(bytes);
      return bytes;
    }

    /** So many times 100 bytes either way. */
    void talk(int times) {
      for (int i = 0; i < times; i++) {
        byte[] bytes = random(100);
        channel.write(bytes, 100);
        channel.fromPump(bytes, 100);
        pass(60);
      }
      pass(100);
    }

    void pass(long ms) {
      for (long i = 0; i < ms; i++) {
        nowNs += MS;
        channel.advance(nowNs);
        heardByPump.write(into, 0, channel.takeForPump(into));
        int count = channel.read(into);
        if (count > 0) {
          heardByDriver.write(into, 0, count);
        }
      }
    }
  }
}
