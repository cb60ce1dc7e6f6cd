package org.tenuto.control.check;

import java.util.List;
import org.tenuto.control.check.SelfTest.Item;
import org.tenuto.dose.Order;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpState;

/** Moments for the tests of the checks: 35 mL at 36 mL/h, 1 mg/mL, ten seconds after its start. */
final class Scene {

  static final long MS = 1_000_000;
  static final long S = 1_000 * MS;
  static final long NOW_NS = 1_000 * S;

  /** 36 mL/h is 10 µL/s. */
  static final long RATE_NL_PER_H = 36_000_000;

  static final long ORDER_NL = 35_000_000;
  static final long COMMANDED_NL = 10_000_000;
  static final long DIGIT_NL = 10_000;

  static final CheckThresholds USUAL = CheckThresholds.USUAL;
  static final PumpCapability NO_SENSOR = capability(false);
  static final PumpCapability EVERY_SENSOR = capability(true);

  private Scene() {}

  private static PumpCapability capability(boolean sensors) {
    return new PumpCapability("any", true, true, sensors, sensors, sensors, sensors);
  }

  /** An order is running, and the counter says exactly what was commanded. */
  static Moment running() {
    Moment now = new Moment();
    now.nowNs = NOW_NS;
    now.state = InfusionState.INFUSING;
    now.order = order(1);
    now.dayLimitNg = 2 * ORDER_NL;
    now.openLedger = now.ledger;
    now.recordKept = true;
    now.rateNlPerH = RATE_NL_PER_H;
    now.ledger.begin(ORDER_NL);
    now.ledger.programSent(RATE_NL_PER_H, NOW_NS);
    now.ledger.commanded(COMMANDED_NL);
    now.reading.state = PumpState.RUNNING;
    now.reading.runWrittenNs = 1;
    now.reading.runConfirmedNs = 1;
    now.reading.counterKnown = true;
    now.reading.counterDigitNl = DIGIT_NL;
    now.reading.counterNl = COMMANDED_NL;
    now.reading.counterAskedNs = NOW_NS;
    now.reading.counterNs = NOW_NS;
    sensorsAreFine(now);
    return now;
  }

  /** The same after it stopped: paused, the pump at rest. */
  static Moment paused() {
    Moment now = running();
    now.state = InfusionState.PAUSED;
    now.reading.state = PumpState.STOPPED;
    now.reading.stoppedNs = NOW_NS;
    return now;
  }

  private static void sensorsAreFine(Moment now) {
    now.reading.sensorsNs = now.nowNs;
    now.reading.pressureKnown = true;
    now.reading.airKnown = true;
    now.reading.plungerKnown = true;
    now.reading.plungerSeated = true;
  }

  /** Makes the ledger's <em>at most</em> exactly that. */
  static void deliveredAtMost(Moment now, long atMostNl) {
    now.ledger.begin(atMostNl);
    now.ledger.programSent(0, now.nowNs);
    now.ledger.read(atMostNl, 0, now.nowNs);
    now.ledger.advance(now.nowNs);
  }

  /** 35 mg ordered of 50 mL loaded. */
  static ReadBack order(long nonce, PriorDose... priors) {
    Order order =
        new Order(
            "0".repeat(64),
            "DEMO",
            "DEMO-1MIN",
            Patient.ofWeight(70_000),
            WeightBasis.ACTUAL,
            List.of(),
            1_000_000,
            "BD-PLASTIPAK-50",
            50_000_000,
            List.of(priors),
            false,
            List.of(),
            "rn-1",
            "");
    return new ReadBack(
        nonce,
        0,
        order,
        Progress.NONE,
        "",
        "",
        "",
        new ReadBack.Weights(70_000, 0, 0, 0, 0),
        35_000_000,
        35_000_000,
        ORDER_NL,
        3_500,
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /** Bits of failed items. */
  static long bits(Item... items) {
    long bits = 0;
    for (Item item : items) {
      bits |= item.bit();
    }
    return bits;
  }
}
