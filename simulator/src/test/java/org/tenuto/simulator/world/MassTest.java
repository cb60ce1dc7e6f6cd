package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost: what the stopper pushed is in the vein, on the floor, or stored. */
class MassTest {

  private static final int EVENTS = 60;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasPushedIsInTheVeinOnTheFloorOrStored(long seed) {
    var draw = new SplittableRandom(seed);
    var turner = new Turner(anyPath(draw));
    for (int i = 0; i < EVENTS; i++) {
      happen(turner, draw);
      DeliveryPath path = turner.path;
      assertThat(path.intoVeinNl() + path.leakedNl() + path.storedNl())
          .as("seed %d, event %d", seed, i)
          .isCloseTo(path.pushedNl(), within(1.0));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameCallsGiveTheSameWorld(long seed) {
    assertThat(lifeOf(seed)).isEqualTo(lifeOf(seed)).isNotEqualTo(lifeOf(seed + 1));
  }

  private static double lifeOf(long seed) {
    var draw = new SplittableRandom(seed);
    var turner = new Turner(anyPath(draw));
    for (int i = 0; i < EVENTS; i++) {
      happen(turner, draw);
    }
    return turner.path.intoVeinNl();
  }

  private static DeliveryPath anyPath(SplittableRandom draw) {
    double friction = draw.nextDouble(3, 8);
    Barrel barrel =
        new Barrel(
            26.6,
            draw.nextDouble(-1, 1),
            draw.nextDouble(1, 50),
            draw.nextDouble(0.9, 2.1),
            draw.nextDouble(60, 300),
            Math.max(5, friction) + draw.nextDouble(0, 10),
            friction,
            draw.nextDouble(10, 3_600));
    double gap = draw.nextBoolean() ? 0 : 0.3;
    Drive drive = Drive.usual(Turner.MICROSTEP_PM).withPlay(draw.nextDouble(0.02, 0.5), gap);
    return new DeliveryPath(drive, barrel, Line.USUAL, 0);
  }

  private static void happen(Turner turner, SplittableRandom draw) {
    DeliveryPath path = turner.path;
    switch (draw.nextInt(14)) {
      case 0 -> path.occlude();
      case 1, 2 -> path.release();
      case 3 -> path.moveHeight(draw.nextDouble(-200, 200));
      case 4 -> path.pullLine();
      case 5 -> path.connectLine();
      case 6 -> path.loosen();
      case 7 -> path.seat();
      case 8 -> path.letAirIn(draw.nextDouble(0, 300_000));
      case 9 -> path.slip(draw.nextInt(1_000));
      default -> path.slip(0);
    }
    if (draw.nextInt(3) == 0) {
      turner.rest(draw.nextLong(120 * Turner.S));
    } else {
      turner.stalled = false;
      turner.run(draw.nextDouble(-60, 200), draw.nextLong(1, 60) * Turner.S);
    }
  }
}
