package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;

/** What the plunger really delivers while the pump runs an order. */
class PlungerTest {

  private static final long NS_PER_MS = 1_000_000;
  private static final long NS_PER_MIN = 60_000_000_000L;
  private static final long ORDER_NL = 35_000_000;

  @Test
  void delivers35MlIn40MinutesAndNotMore() {
    Bench bench = new Bench(26_600);

    bench.run35MlAt52p5();
    bench.pass(20 * NS_PER_MIN);
    assertThat(bench.syringe.deliveredNl()).isCloseTo(ORDER_NL / 2, within(120L));
    assertThat(bench.syringe.moving()).isTrue();
    bench.pass(20 * NS_PER_MIN - NS_PER_MS * 100);
    assertThat(bench.syringe.moving()).isTrue();
    bench.pass(10 * NS_PER_MIN);

    // Nominal is within 0.1 %; here it is the last step that didn't fit any more.
    assertThat(bench.syringe.deliveredNl())
        .isLessThanOrEqualTo(ORDER_NL)
        .isGreaterThan(ORDER_NL - (long) Math.ceil(bench.syringe.stepNl()) - 1);
    assertThat(bench.syringe.moving()).isFalse();
    assertThat(bench.syringe.pressurePa()).isZero();
  }

  @Test
  void deliversMoreThanThePumpKnowsIfTheBarrelIsWider() {
    Bench bench = new Bench(28_900);

    bench.run35MlAt52p5();
    bench.pass(41 * NS_PER_MIN);

    // Omnifix 50 in a pump set for Plastipak 50: area ratio 1.180.
    assertThat(bench.syringe.deliveredNl() / (double) ORDER_NL).isCloseTo(1.1804, within(0.0001));
  }

  @Test
  void raisesThePressureWithTheFlow() {
    Bench bench = new Bench(26_600);

    bench.run35MlAt52p5();
    bench.pass(NS_PER_MS);

    // 50 mmHg per 100 mL/h: 26.25 mmHg, 3,500 Pa.
    assertThat(bench.syringe.pressurePa()).isCloseTo(3_500L, within(1L));
  }

  @Test
  void doesNotCountTwiceWhatWasDrawnBack() {
    Syringe syringe = new Syringe(26_600, PumpModel.NE1000.microstepPm(), Line.USUAL);
    push(syringe, true, 1000);
    long delivered = syringe.deliveredNl();

    push(syringe, false, 400);
    assertThat(syringe.deliveredNl()).isEqualTo(delivered);
    push(syringe, true, 400);
    assertThat(syringe.deliveredNl()).isEqualTo(delivered);
    push(syringe, true, 1);
    assertThat(syringe.deliveredNl()).isGreaterThan(delivered);
  }

  private static void push(Syringe syringe, boolean forward, int steps) {
    for (int i = 0; i < steps; i++) {
      assertThat(syringe.step(forward)).isTrue();
    }
  }

  /** A pump told of a 26.60 mm syringe, whatever is really loaded; stepped every millisecond. */
  private static final class Bench {

    final Syringe syringe;
    private final Ne1000 pump;
    private long nowNs;

    Bench(long barrelDiameterUm) {
      syringe = new Syringe(barrelDiameterUm, PumpModel.NE1000.microstepPm(), Line.USUAL);
      pump = new Ne1000(PumpModel.NE1000, syringe, 0);
    }

    void run35MlAt52p5() {
      String program = "\rDIA26.60\rVOL35.00\rRAT52.50MH\rPHN2\rFUNSTP\rPHN1\rRUN\r";
      byte[] replies = pump.step(program.getBytes(StandardCharsets.US_ASCII), nowNs);
      assertThat(new String(replies, StandardCharsets.US_ASCII)).endsWith("00I\u0003");
    }

    void pass(long ns) {
      for (long endNs = nowNs + ns; nowNs < endNs; ) {
        nowNs += NS_PER_MS;
        pump.step(new byte[0], nowNs);
      }
    }
  }
}
