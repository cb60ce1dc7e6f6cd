package org.tenuto.control;

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
import org.tenuto.pump.PumpReading;

/** Every independent check of a cycle. Loop thread only. */
final class Checks {

  /** Bits of {@link StatusSnapshot#monitoredBits}; power, bit 3, has no check yet. */
  private static final long PRESSURE = 1;

  private static final long AIR = 2;
  private static final long PLUNGER = 4;
  static final long E_STOP_LINE = 16;
  private static final long PRESSURE_RISE = 32;
  static final long BUZZER = 64;

  private final SelfTest selfTest;
  private final SilentStation silentStation = new SilentStation();
  private final StandingPump standingPump = new StandingPump();
  private final StaleReading staleReading;
  private final UntoldMotion untoldMotion = new UntoldMotion();
  private final OverDelivery overDelivery;
  private final UnderDelivery underDelivery;
  private final CumulativeDose cumulativeDose;
  private final RollingDose rollingDose;
  private final CeilingWatch ceiling;
  private final HighPressure pressure;
  private final RisingPressure rise;
  private final AirInLine air;
  private final LoosePlunger plunger;
  private final SilentSensor silentSensor;
  private final SyringeLevel nearlyEmpty;
  private final SyringeLevel empty;
  private final LostEvents lostEvents = new LostEvents();
  private final LateCycle lateCycle;
  private final ClockStep clockStep;
  private final long monitoredBits;

  /** The checks of a pump; three of them are made where what they need is. */
  Checks(
      CheckThresholds thresholds,
      PumpCapability pump,
      SelfTest selfTest,
      RollingDose rollingDose,
      CeilingWatch ceiling) {
    this.selfTest = selfTest;
    this.rollingDose = rollingDose;
    this.ceiling = ceiling;
    staleReading = new StaleReading(thresholds);
    overDelivery = new OverDelivery(thresholds);
    underDelivery = new UnderDelivery(thresholds);
    cumulativeDose = new CumulativeDose(thresholds);
    pressure = new HighPressure(pump, thresholds);
    rise = new RisingPressure(pump, thresholds);
    air = new AirInLine(pump, thresholds);
    plunger = new LoosePlunger(pump);
    silentSensor = new SilentSensor(pump, thresholds);
    nearlyEmpty = SyringeLevel.nearlyEmpty(thresholds);
    empty = SyringeLevel.empty(thresholds);
    lateCycle = new LateCycle(thresholds);
    clockStep = new ClockStep(thresholds);
    monitoredBits =
        bit(pressure, PRESSURE) | bit(air, AIR) | bit(plunger, PLUNGER) | bit(rise, PRESSURE_RISE);
  }

  private static long bit(Check check, long bit) {
    return check.monitored() ? bit : 0;
  }

  /**
   * Asks every check that is monitored; what it finds is an alarm condition and acts at once. One
   * by one, not in a loop: each is then a call that the compiler knows, at half the cost.
   */
  void look(Moment now, AlarmDesk alarms) {
    ask(selfTest, now, alarms);
    ask(silentStation, now, alarms);
    ask(standingPump, now, alarms);
    ask(staleReading, now, alarms);
    ask(untoldMotion, now, alarms);
    ask(overDelivery, now, alarms);
    ask(underDelivery, now, alarms);
    ask(cumulativeDose, now, alarms);
    ask(rollingDose, now, alarms);
    ask(ceiling, now, alarms);
    ask(pressure, now, alarms);
    ask(rise, now, alarms);
    ask(air, now, alarms);
    ask(plunger, now, alarms);
    ask(silentSensor, now, alarms);
    ask(nearlyEmpty, now, alarms);
    ask(empty, now, alarms);
    ask(lostEvents, now, alarms);
    ask(lateCycle, now, alarms);
    ask(clockStep, now, alarms);
  }

  private static void ask(Check check, Moment now, AlarmDesk alarms) {
    if (check.monitored()) {
      alarms.set(check.condition(), check.finds(now));
    }
  }

  /** What is monitored, by {@link StatusSnapshot#monitoredBits} without the e-stop line. */
  long monitoredBits() {
    return monitoredBits;
  }

  /** Whether the pump has a sensor for the pressure of the line and it told one lately. */
  boolean knowsPressure(PumpReading reading, long nowNs) {
    return pressure.monitored() && reading.pressureKnown && silentSensor.isFresh(reading, nowNs);
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
