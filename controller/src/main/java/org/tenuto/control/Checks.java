package org.tenuto.control;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.check.AirInLine;
import org.tenuto.control.check.Check;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.ClockStep;
import org.tenuto.control.check.CumulativeDose;
import org.tenuto.control.check.HighPressure;
import org.tenuto.control.check.LateCycle;
import org.tenuto.control.check.LoosePlunger;
import org.tenuto.control.check.LostEvents;
import org.tenuto.control.check.Moment;
import org.tenuto.control.check.OverDelivery;
import org.tenuto.control.check.RisingPressure;
import org.tenuto.control.check.RollingDose;
import org.tenuto.control.check.SelfTest;
import org.tenuto.control.check.SilentSensor;
import org.tenuto.control.check.SilentStation;
import org.tenuto.control.check.StaleReading;
import org.tenuto.control.check.StandingPump;
import org.tenuto.control.check.SyringeLevel;
import org.tenuto.control.check.UnderDelivery;
import org.tenuto.control.check.UntoldMotion;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.PumpCapability;

/** Every independent check of a cycle, in one list. Loop thread only. */
final class Checks {

  /** Bits of {@link StatusSnapshot#monitoredBits}; power, bit 3, has no check yet. */
  private static final long PRESSURE = 1;

  private static final long AIR = 2;
  private static final long PLUNGER = 4;
  static final long E_STOP_LINE = 16;
  private static final long PRESSURE_RISE = 32;
  static final long BUZZER = 64;

  /** Those that are monitored, and what each raises. */
  private final Check[] checks;

  private final AlarmCondition[] conditions;
  private final SelfTest selfTest;
  private final UnderDelivery underDelivery;
  private final long monitoredBits;

  /** The checks of a pump; three of them are made where what they need is. */
  Checks(
      CheckThresholds thresholds,
      PumpCapability pump,
      SelfTest selfTest,
      RollingDose rollingDose,
      CeilingWatch ceiling) {
    this.selfTest = selfTest;
    underDelivery = new UnderDelivery(thresholds);
    var pressure = new HighPressure(pump, thresholds);
    var rise = new RisingPressure(pump, thresholds);
    var air = new AirInLine(pump, thresholds);
    var plunger = new LoosePlunger(pump);
    monitoredBits =
        bit(pressure, PRESSURE) | bit(air, AIR) | bit(plunger, PLUNGER) | bit(rise, PRESSURE_RISE);
    List<Check> monitored = new ArrayList<>();
    Check[] all = {
      selfTest,
      new SilentStation(),
      new StandingPump(),
      new StaleReading(thresholds),
      new UntoldMotion(),
      new OverDelivery(thresholds),
      underDelivery,
      new CumulativeDose(thresholds),
      rollingDose,
      ceiling,
      pressure,
      rise,
      air,
      plunger,
      new SilentSensor(pump, thresholds),
      SyringeLevel.nearlyEmpty(thresholds),
      SyringeLevel.empty(thresholds),
      new LostEvents(),
      new LateCycle(thresholds),
      new ClockStep(thresholds)
    };
    for (Check check : all) {
      if (check.monitored()) {
        monitored.add(check);
      }
    }
    checks = monitored.toArray(Check[]::new);
    conditions = new AlarmCondition[checks.length];
    for (int i = 0; i < checks.length; i++) {
      conditions[i] = checks[i].condition();
    }
  }

  private static long bit(Check check, long bit) {
    return check.monitored() ? bit : 0;
  }

  /** Asks every check that is monitored; what it finds is an alarm condition and acts at once. */
  void look(Moment now, AlarmDesk alarms) {
    for (int i = 0; i < checks.length; i++) {
      alarms.set(conditions[i], checks[i].finds(now));
    }
  }

  /** What is monitored, by {@link StatusSnapshot#monitoredBits} without the e-stop line. */
  long monitoredBits() {
    return monitoredBits;
  }

  /** Whether every item of the self-test passed. */
  boolean selfTestPassed() {
    return selfTest.passed();
  }

  /** What failed, by {@link StatusSnapshot#selfTestFailedBits}. */
  long selfTestFailedBits() {
    return selfTest.failedBits();
  }

  /** Whether a program the pump ended by itself left the order unfulfilled. */
  boolean fallsShort(DeliveryLedger ledger) {
    return underDelivery.fallsShort(ledger);
  }
}
