package org.tenuto.driver.newera;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tenuto.dose.PermittedForTests;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** A driver and a fake pump on a virtual clock: 1 ms a cycle. */
final class Bench {

  static final long CYCLE_NS = 1_000_000;
  static final long SECOND_NS = 1_000_000_000;

  /** BD Plastipak 50 mL. */
  static final int DIAMETER_UM = 26_590;

  final FakeNe1000 peer = new FakeNe1000();
  final NewEraPump pump;
  final PumpReading reading;
  long nowNs = 10 * SECOND_NS;

  Bench() {
    this(NewEraModel.NE_1000);
  }

  Bench(NewEraModel model) {
    pump = new NewEraPump(peer, model);
    reading = pump.reading();
  }

  /** A bench whose pump is set up and parked. */
  static Bench stopped() {
    Bench bench = new Bench();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    return bench;
  }

  /** A bench whose pump runs 52.5 mL/h towards 35 mL. */
  static Bench running() {
    Bench bench = stopped();
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.until(() -> bench.reading.state == PumpState.RUNNING, 2 * SECOND_NS);
    return bench;
  }

  static PumpCommand.Deliver deliver(long rateNlPerH, long volumeNl, boolean first) {
    return new PumpCommand.Deliver(
        PermittedForTests.permit(rateNlPerH, volumeNl), DIAMETER_UM, first);
  }

  void cycle() {
    nowNs += CYCLE_NS;
    peer.advanceTo(nowNs);
    pump.cycle(nowNs);
  }

  void runFor(long ns) {
    for (long endNs = nowNs + ns; nowNs < endNs; ) {
      cycle();
    }
  }

  /** Cycles until it holds; fails if it does not within the time. */
  void until(BooleanSupplier condition, long withinNs) {
    for (long endNs = nowNs + withinNs; !condition.getAsBoolean(); cycle()) {
      if (nowNs >= endNs) {
        throw new AssertionError("not reached: " + reading.state + " " + reading.fault);
      }
    }
  }

  /** Stops; returns what was written from then until the cycle that heard the pump confirm it. */
  List<String> stopAndListen() {
    int from = written();
    int to = from;
    pump.stop();
    for (long endNs = nowNs + SECOND_NS; reading.state == PumpState.STOPPING; cycle()) {
      to = written();
      if (nowNs >= endNs) {
        throw new AssertionError("not confirmed");
      }
    }
    return texts(Arrays.copyOfRange(peer.wire.toByteArray(), from, to));
  }

  /** The text of every packet and basic line in what was written since a position. */
  List<String> writtenSince(int position) {
    byte[] wire = peer.wire.toByteArray();
    return texts(Arrays.copyOfRange(wire, position, wire.length));
  }

  private static List<String> texts(byte[] wire) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < wire.length; ) {
      int length = wire[i] == 2 && i + 1 < wire.length ? wire[i + 1] + 1 : 1;
      int textFrom = length > 1 ? i + 2 : i;
      int textLength = length > 1 ? length - 5 : 1;
      int available = Math.max(0, Math.min(textLength, wire.length - textFrom));
      texts.add(new String(wire, textFrom, available, StandardCharsets.US_ASCII));
      i += length;
    }
    return texts;
  }

  int written() {
    return peer.wire.size();
  }
}
