package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.simulator.firmware.PumpModel;

/** A path of which nothing gives way or rubs is the perfect syringe. */
class IdealPathTest {

  private static final long MICROSTEP_PM = PumpModel.NE1000.microstepPm();
  private static final long MS = 1_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void hasTheSameFiguresAsAPerfectSyringe(long seed) {
    var draw = new SplittableRandom(seed);
    long diameterUm = draw.nextLong(5_000, 30_000);
    var path = DeliveryPath.ideal(diameterUm, MICROSTEP_PM, 0);
    var syringe = new Syringe(diameterUm, MICROSTEP_PM, Line.USUAL);
    long nowNs = 0;
    for (int move = 0; move < 200; move++) {
      boolean forward = draw.nextInt(3) > 0;
      long speedNmPerH = draw.nextLong(3_000_000_000L) * (forward ? 1 : -1);
      path.runAt(speedNmPerH);
      syringe.runAt(speedNmPerH);
      for (int step = draw.nextInt(3_000); step > 0; step--) {
        assertThat(path.step(forward)).isEqualTo(syringe.step(forward));
      }
      nowNs += draw.nextLong(10_000) * MS;
      path.advance(nowNs);
      assertThat(path.deliveredNl()).isEqualTo(syringe.deliveredNl());
      assertThat(path.pressurePa()).isEqualTo(syringe.pressurePa());
      assertThat(path.moving()).isEqualTo(syringe.moving());
      assertThat(path.everMoved()).isEqualTo(syringe.everMoved());
      assertThat(path.stepNl()).isEqualTo(syringe.stepNl());
    }
  }

  @Test
  void whatIsPushedIsInTheVeinAtOnce() {
    var path = DeliveryPath.ideal(26_600, MICROSTEP_PM, 0);
    for (int i = 0; i < 10_000; i++) {
      path.step(true);
    }
    assertThat(path.intoVeinNl()).isCloseTo(10_000 * path.stepNl(), within(1e-3));
    assertThat(path.storedNl()).isZero();
  }

  @Test
  void aClosedLineABlockAndTheEndStallAtOnce() {
    var closed = DeliveryPath.ideal(26_600, MICROSTEP_PM, 0);
    closed.occlude();
    assertThat(closed.step(true)).isFalse();
    closed.release();
    assertThat(closed.step(true)).isTrue();
    closed.block();
    assertThat(closed.step(true)).isFalse();

    var empty = DeliveryPath.ideal(26_600, MICROSTEP_PM, 0);
    empty.empty();
    assertThat(empty.step(true)).isFalse();
    assertThat(empty.everMoved()).isFalse();
  }
}
