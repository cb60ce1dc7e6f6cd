package org.tenuto.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

class DeliveryWatchTest {

  private static final long MS = 1_000_000;
  private static final long S = 1_000 * MS;

  /** 36 mL/h is 10 µL/s. */
  private static final long RATE = 36_000_000;

  private final DeliveryWatch watch = new DeliveryWatch();
  private final DeliveryLedger ledger = new DeliveryLedger();
  private final PumpReading reading = new PumpReading();

  @BeforeEach
  void runningForTenSeconds() {
    ledger.begin(35_000_000);
    ledger.programSent(RATE, 0);
    ledger.commanded(10_000_000);
    reading.state = PumpState.RUNNING;
    reading.runWrittenNs = 0;
    reading.runConfirmedNs = 1;
    reading.counterKnown = true;
    reading.counterDigitNl = 10_000;
    reading.counterNl = 10_000_000;
    reading.counterAskedNs = 1_000 * S;
    reading.counterNs = 1_000 * S + MS;
  }

  private AlarmCondition check() {
    AlarmCondition found = watch.check(reading, ledger, RATE, 1_000 * S + 2 * MS);
    return found == null ? AlarmCondition.NEAR_COMPLETION : found;
  }

  @Test
  void agreementRaisesNothing() {
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 2 * MS)).isNull();
  }

  @Test
  void onePercentMoreThanCommandedIsOverDelivery() {
    reading.counterNl = 10_110_000;
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 2 * MS)).isNull();
    reading.counterNl = 10_110_001;
    assertThat(check()).isEqualTo(AlarmCondition.OVER_DELIVERY);
  }

  /** The order has no tolerance but the counter's own digit. */
  @Test
  void moreThanOrderedIsOverDeliveryWhateverWasCommanded() {
    ledger.commanded(25_000_000);
    reading.counterNl = 35_010_000;
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 2 * MS)).isNull();
    reading.counterNl = 35_010_001;
    assertThat(check()).isEqualTo(AlarmCondition.OVER_DELIVERY);
  }

  @Test
  void lessThanCommandedIsUnderDelivery() {
    reading.counterNl = 9_880_000;
    assertThat(check()).isEqualTo(AlarmCondition.UNDER_DELIVERY);
  }

  @Test
  void aReadingOlderThanHalfASecondIsStale() {
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 501 * MS)).isNull();
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 502 * MS))
        .isEqualTo(AlarmCondition.STALE_READING);
  }

  @Test
  void aPumpThatStandsWhileItShouldRunIsAnUnconfirmedStart() {
    reading.state = PumpState.STOPPED;
    assertThat(check()).isEqualTo(AlarmCondition.PUMP_START_UNCONFIRMED);
    reading.finished = true;
    assertThat(watch.check(reading, ledger, RATE, 1_000 * S + 2 * MS)).isNull();
  }
}
