package org.tenuto.pump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {

  private static final long S = 1_000_000_000L;
  private static final long ML = 1_000_000;
  private static final long DIGIT = 10_000;

  /** 36 mL/h is 10 µL/s: easy figures. */
  private static final long RATE = 36 * ML;

  private final DeliveryLedger ledger = new DeliveryLedger();

  @Test
  void unconfirmedFlowCountsAsDelivered() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.advance(10 * S);
    assertThat(ledger.atLeastNl()).isZero();
    assertThat(ledger.atMostNl()).isEqualTo(100_000);
  }

  @Test
  void flowNobodyMeasuredStopsAtTheOrder() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.advance(86_400 * S);
    assertThat(ledger.atMostNl()).isEqualTo(ML);
  }

  @Test
  void aReadingNarrowsToCounterDigitAndAge() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(50_000, DIGIT, 5 * S);
    ledger.advance(6 * S);
    assertThat(ledger.atLeastNl()).isEqualTo(40_000);
    assertThat(ledger.atMostNl()).isEqualTo(50_000 + DIGIT + 10_000);
  }

  @Test
  void aSmallerCounterNeverNarrows() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(50_000, DIGIT, 5 * S);
    ledger.read(20_000, DIGIT, 6 * S);
    ledger.advance(7 * S);
    assertThat(ledger.atLeastNl()).isEqualTo(40_000);
    assertThat(ledger.atMostNl()).isEqualTo(60_000 + 20_000);
  }

  @Test
  void aCounterAfterAResetNeverNarrows() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(50_000, DIGIT, 5 * S);
    ledger.distrustCounter();
    ledger.read(90_000, DIGIT, 6 * S);
    ledger.advance(6 * S);
    assertThat(ledger.atLeastNl()).isEqualTo(40_000);
    assertThat(ledger.atMostNl()).isEqualTo(70_000);
  }

  @Test
  void restEndsTheGrowth() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(50_000, DIGIT, 5 * S);
    ledger.atRest(6 * S);
    ledger.advance(600 * S);
    assertThat(ledger.atMostNl()).isEqualTo(70_000);
  }

  @Test
  void aCounterBeyondTheOrderIsBelieved() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(ML + 200_000, DIGIT, 5 * S);
    ledger.advance(5 * S);
    assertThat(ledger.atMostNl()).isEqualTo(ML + 200_000 + DIGIT);
  }

  @Test
  void aNewProgramGoesOnFromWhatWasDeliveredAtMost() {
    ledger.begin(ML);
    ledger.programSent(RATE, 0);
    ledger.read(50_000, DIGIT, 5 * S);
    ledger.atRest(5 * S);
    ledger.advance(100 * S);
    ledger.programSent(RATE, 100 * S);
    ledger.advance(101 * S);
    assertThat(ledger.atMostNl()).isEqualTo(60_000 + 10_000);
  }

  /** The law: whatever is read when, the truth lies within the bracket. */
  @Test
  void theBracketHoldsTheTruth() {
    for (long seed = 1; seed <= 200; seed++) {
      theBracketHoldsTheTruth(seed);
    }
  }

  private void theBracketHoldsTheTruth(long seed) {
    var random = new SplittableRandom(seed);
    long orderNl = random.nextLong(DIGIT, 20 * ML);
    long rateNlPerH = random.nextLong(100_000, 1_000 * ML);
    ledger.begin(orderNl);
    long nowNs = 0;
    double truthNl = 0;
    boolean running = false;
    for (int i = 0; i < 2_000; i++) {
      if (!running && random.nextInt(20) == 0) {
        ledger.programSent(rateNlPerH, nowNs);
        running = true;
      }
      long stepNs = random.nextLong(1, S);
      nowNs += stepNs;
      if (running) {
        truthNl =
            Math.min((double) orderNl, truthNl + (double) rateNlPerH * (double) stepNs / 3.6e12);
        if (random.nextInt(50) == 0) {
          ledger.atRest(nowNs);
          running = false;
        }
      }
      if (random.nextInt(3) == 0) {
        ledger.read((long) truthNl / DIGIT * DIGIT, DIGIT, nowNs);
      }
      ledger.advance(nowNs);
      assertThat(ledger.atLeastNl()).as("seed %d", seed).isLessThanOrEqualTo((long) truthNl + 1);
      assertThat(ledger.atMostNl()).as("seed %d", seed).isGreaterThanOrEqualTo((long) truthNl - 1);
      assertThat(ledger.atMostNl()).as("seed %d", seed).isLessThanOrEqualTo(orderNl);
    }
  }
}
