package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.BOOT;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Order;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;

/**
 * People and a line that misbehave, seeded: whatever they do, never more than ordered, and the
 * ledger brackets the truth in every millisecond.
 */
class SeededUseTest {

  private static final int SEEDS_A_CASE = 15;

  /** One digit of the pump's volume below 10 mL. */
  private static final long INCREMENT_NL = 1_000;

  private static final long ORDER_NL = 700_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 101, 201, 301})
  void neverMoreThanOrderedAndAlwaysBracketed(long first) {
    for (long seed = first; seed < first + SEEDS_A_CASE; seed++) {
      var device = new VirtualDevice();
      run(seed, device, device.shortOrder());
    }
  }

  /** The same over three phases of 0.35, 0.28 and 0.07 mL. */
  @ParameterizedTest
  @ValueSource(longs = {401, 501})
  void neverMoreOfAnyPhase(long first) {
    for (long seed = first; seed < first + SEEDS_A_CASE; seed++) {
      var device = new VirtualDevice();
      run(seed, device, device.steppedOrder());
    }
  }

  private static void run(long seed, VirtualDevice device, Order order) {
    var random = new SplittableRandom(seed);
    ReadBack readBack = device.run(order);
    device.eachStep(() -> judge(device, readBack, seed));
    for (int i = 0; i < 12; i++) {
      device.pass(random.nextLong(10 * MS, 9 * S));
      act(device, readBack, random);
    }
    device.line.mute = false;
    device.pass(5 * S);
    assertThat(device.cycle.state()).as("seed %d", seed).isNotEqualTo(InfusionState.SELF_TEST);
  }

  private static void judge(VirtualDevice device, ReadBack readBack, long seed) {
    long truthNl = device.syringe.deliveredNl();
    StatusSnapshot snapshot = device.station.snapshot();
    assertThat(truthNl).as("seed %d", seed).isLessThanOrEqualTo(ORDER_NL + INCREMENT_NL);
    if (snapshot.orderNonce == 1) {
      long upToPhaseNl =
          readBack.phases().stream()
              .limit(snapshot.phase + 1)
              .mapToLong(ReadBack.Phase::volumeNl)
              .sum();
      assertThat(truthNl)
          .as("seed %d in phase %d", seed, snapshot.phase)
          .isLessThanOrEqualTo(upToPhaseNl + INCREMENT_NL);
      assertThat(truthNl)
          .as("seed %d at cycle %d", seed, snapshot.cycle)
          .isBetween(snapshot.atLeastNl, snapshot.atMostNl + INCREMENT_NL);
    }
  }

  private static void act(VirtualDevice device, ReadBack readBack, SplittableRandom random) {
    switch (random.nextInt(8)) {
      case 0 -> device.station.pause = true;
      case 1, 2 ->
          device.station.send(
              BOOT, device.nowNs, h -> new StationCommand.Resume(h, readBack.nonce()));
      case 3 -> {
        device.station.pause = true;
        device.station.send(
            BOOT, device.nowNs, h -> new StationCommand.Resume(h, readBack.nonce()));
      }
      case 4 -> device.stall(random.nextLong(MS, 400 * MS) / MS * MS);
      case 5 -> device.line.mute = !device.line.mute;
      case 6 ->
          device.station.send(
              BOOT,
              device.nowNs,
              h -> new StationCommand.Start(h, readBack.nonce(), readBack.hash()));
      default -> device.station.alive = !device.station.alive;
    }
  }
}
