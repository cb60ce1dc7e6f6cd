package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.Test;

class InForceTest {

  private static final long ML = Stage.NL_PER_ML;

  private final InForce inForce = new InForce();
  private final Scene scene = new Scene();

  @Test
  void nothingIsInForceYet() {
    assertThat(inForce.totalNl()).isZero();
    assertThat(inForce.rateNlPerH(0, 10, 3)).isZero();
    assertThat(inForce.isSettled()).isFalse();
  }

  /** Rounding is up: what is allowed is never less than what was ordered. */
  @Test
  void figuresAreExactAndRoundedUp() {
    Ordered ordered = Ordered.of(order(phase(10, 1), phase(1, 1)));
    assertThat(ordered.throughPhaseNl()).containsExactly(2_778L, 3_056L);
    assertThat(ordered.rateNlPerH()).containsExactly(10 * ML, ML);
  }

  @Test
  void timeLeftOfSeveralPhases() {
    inForce.happened(new Happening.Started(order(phase(60, 60), phase(30, 120)), 7), scene);
    assertThat(inForce.leftNs(0) / Stage.S).isEqualTo(180);
    assertThat(inForce.leftNs(ML / 2) / Stage.S).isEqualTo(150);
    assertThat(inForce.leftNs(ML + ML / 2) / Stage.S).isEqualTo(60);
    assertThat(inForce.leftNs(5 * ML)).isZero();
  }

  @Test
  void anotherOrderForgetsTheChange() {
    inForce.happened(new Happening.Started(order(phase(60, 60)), 7), scene);
    inForce.happened(new Happening.Changed(order(phase(90, 60))), scene);
    assertThat(inForce.isSettled()).isFalse();
    inForce.happened(new Happening.Started(order(phase(60, 60)), 8), scene);
    assertThat(inForce.isSettled()).isTrue();
    assertThat(inForce.totalNl()).isEqualTo(ML);
  }
}
