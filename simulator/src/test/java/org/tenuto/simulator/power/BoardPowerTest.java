package org.tenuto.simulator.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How long a board lives. */
class BoardPowerTest {

  private static final long MIN = 60_000_000_000L;

  @Test
  void aFullBatteryLastsItsCapacityOverThePowerAndSaysWhenItIsLow() {
    var power = new BoardPower(Battery.USUAL, 1, 0);
    power.advance(60 * MIN);
    assertThat(power.state()).isEqualTo(PowerState.MAINS);
    power.pullPlug(60 * MIN);
    assertThat(power.state()).isEqualTo(PowerState.BATTERY);
    assertThat(power.leftMin()).isCloseTo(240, within(1e-6));
    power.advance((60 + 224) * MIN);
    assertThat(power.state()).isEqualTo(PowerState.BATTERY);
    power.advance((60 + 226) * MIN);
    assertThat(power.state()).isEqualTo(PowerState.LOW);
    power.advance((60 + 239) * MIN);
    assertThat(power.state()).isEqualTo(PowerState.LOW);
    power.advance((60 + 241) * MIN);
    assertThat(power.state()).isEqualTo(PowerState.DEAD);
    assertThat(power.chargedPercent()).isZero();
  }

  @Test
  void mainsBringsItBackAndChargesUpToFull() {
    var power = new BoardPower(Battery.USUAL, 0.5, 0);
    power.pullPlug(0);
    power.drain();
    assertThat(power.state()).isEqualTo(PowerState.DEAD);
    power.plugIn(MIN);
    assertThat(power.state()).isEqualTo(PowerState.MAINS);
    power.advance(61 * MIN);
    assertThat(power.chargedPercent()).isCloseTo(40, within(1e-6));
    power.advance(1_000 * MIN);
    assertThat(power.chargedPercent()).isEqualTo(100);
  }

  @Test
  void howOftenItIsAskedChangesNothing() {
    var often = new BoardPower(Battery.USUAL, 1, 0);
    var once = new BoardPower(Battery.USUAL, 1, 0);
    often.pullPlug(0);
    once.pullPlug(0);
    for (int i = 1; i <= 3_000; i++) {
      often.advance(i * MIN / 50);
    }
    once.advance(60 * MIN);
    assertThat(often.leftMin()).isCloseTo(once.leftMin(), within(1e-6));
  }

  @Test
  void numbersOutOfTheirRangeAreNamed() {
    assertThatThrownBy(() -> Battery.USUAL.withCapacity(0))
        .hasMessage("battery capacity 0: expected 0.5 to 200 Wh");
    assertThatThrownBy(() -> new BoardPower(Battery.USUAL, 1.5, 0))
        .hasMessage("battery charge 1.5: expected 0 to 1");
  }
}
