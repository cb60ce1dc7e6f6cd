package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;

/**
 * One oracle before scenes made by hand: a device that is well and idle, and what the test does to
 * it, a millisecond at a time.
 */
final class Stage {

  static final long MS = 1_000_000;
  static final long S = 1_000_000_000;
  static final long NL_PER_ML = 1_000_000;
  static final long NONCE = 7;

  /** One microstep. */
  static final long INCREMENT_NL = 119;

  private static final long START_NS = 100 * S;
  private static final double MS_PER_H = 3.6e6;

  final Scene scene = new Scene();
  final StatusSnapshot said = new StatusSnapshot();
  private final InForce inForce = new InForce();
  private final Oracle oracle;
  private double flowedNl;

  Stage(Function<InForce, Oracle> oracle) {
    this.oracle = oracle.apply(inForce);
    scene.nowNs = START_NS;
    scene.executorUp = true;
    scene.stationUp = true;
    scene.lineUp = true;
    scene.pumpUp = true;
    scene.pageOpen = true;
    scene.said = said;
    said.executorBootId = 1;
    said.state = InfusionState.IDLE;
    pass(1);
  }

  /** Phases of one volume each, at 1 mg/mL; a bolus if the kind says so. */
  static Order order(OrderPhase... phases) {
    return new Order(
        "hash",
        "DRUG",
        "PROTOCOL",
        Patient.ofWeight(70_000),
        WeightBasis.ACTUAL,
        List.of(phases),
        1_000_000,
        "SYRINGE",
        50 * NL_PER_ML,
        List.of(),
        false,
        List.of(),
        "staff",
        "");
  }

  /** A phase at so many mL/h. */
  static OrderPhase phase(long mlPerH, long seconds) {
    return phase(PhaseKind.MAINTENANCE, mlPerH, seconds);
  }

  static OrderPhase phase(PhaseKind kind, long mlPerH, long seconds) {
    return new OrderPhase(kind, DoseUnit.MG_PER_H, mlPerH * NL_PER_ML, seconds);
  }

  Stage happens(Happening happening) {
    inForce.happened(happening, scene);
    oracle.happened(happening, scene);
    return this;
  }

  /** Staff start that order, and the plunger moves. */
  Stage infuses(Order order) {
    happens(new Happening.Started(order, NONCE));
    said.orderNonce = NONCE;
    return moves(InfusionState.INFUSING);
  }

  Stage moves(InfusionState state) {
    said.state = state;
    scene.moving = true;
    return this;
  }

  Stage rests(InfusionState state) {
    said.state = state;
    scene.moving = false;
    return this;
  }

  Stage raises(AlarmCondition condition) {
    said.alarmBits |= condition.bit();
    said.alarmPresentBits |= condition.bit();
    return this;
  }

  /** Its cause is gone; it stays until somebody acknowledges it. */
  Stage latches(AlarmCondition condition) {
    said.alarmBits |= condition.bit();
    said.alarmPresentBits &= ~condition.bit();
    return this;
  }

  Stage clears(AlarmCondition condition) {
    said.alarmBits &= ~condition.bit();
    said.alarmPresentBits &= ~condition.bit();
    return this;
  }

  /** So many milliseconds pass. */
  Stage pass(long ms) {
    return flow(0, ms);
  }

  /** So many milliseconds at that rate. */
  Stage flow(double mlPerH, long ms) {
    for (long i = 0; i < ms; i++) {
      flowedNl += mlPerH * NL_PER_ML / MS_PER_H;
      long whole = (long) flowedNl;
      flowedNl -= whole;
      scene.pushedNl += whole;
      tick();
    }
    return this;
  }

  /** That much is pushed out within a millisecond. */
  Stage push(long nl) {
    scene.pushedNl += nl;
    tick();
    return this;
  }

  private void tick() {
    scene.nowNs += MS;
    inForce.look(scene.nowNs);
    oracle.look(scene);
  }

  /** Nothing was found so far. */
  Stage keeps() {
    assertThat(found()).isEmpty();
    return this;
  }

  /** Something was found in the millisecond that passed last. */
  void breaksNow() {
    assertThat(found()).hasSize(1);
    assertThat(found().getFirst().atNs()).isEqualTo(scene.nowNs);
  }

  /** The same, and it says so. */
  void breaksNow(String words) {
    breaksNow();
    assertThat(found().getFirst().text()).contains(words);
  }

  List<Violation> found() {
    List<Violation> found = new ArrayList<>();
    oracle.report(found::add);
    return found;
  }
}
