package org.tenuto.dose;

import static org.tenuto.dose.ReasonCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/**
 * Judges an order that was permitted once more, from the figures in the library's files and the
 * definitions of the units, with nothing of the guardrail. Lists what should have forbidden it.
 */
final class PermitOracle {

  private static final RawLibrary LIBRARY = new RawLibrary();
  private static final Fraction DEAD_VOLUME_ML = Fraction.of(3, 2);
  private static final Fraction SYRINGE_ML = Fraction.of(50);
  private static final Fraction DEVINE_LOWEST_CM = Fraction.of(1_524, 10);
  private static final long DAY_S = 86_400;

  private final Order order;
  private final TomlTable drug;
  private final TomlTable protocol;
  private final Fraction kg;
  private final List<String> wrong = new ArrayList<>();

  private PermitOracle(Order order) {
    this.order = order;
    drug = LIBRARY.drug(order.drugId());
    protocol = RawLibrary.protocol(drug, order.protocolId());
    kg = dosingKg();
  }

  /** What should have forbidden the order; empty if nothing. */
  static List<String> judge(Order order) {
    PermitOracle oracle = new PermitOracle(order);
    oracle.checkWho();
    oracle.checkWhole();
    oracle.checkPhases();
    oracle.checkEarlier();
    oracle.checkSyringe();
    return oracle.wrong;
  }

  private Fraction dosingKg() {
    Fraction actual = PhaseOracle.kg(order);
    if (order.weightBasis() == WeightBasis.ACTUAL) {
      return actual;
    }
    Fraction cm = Fraction.of(order.patient().heightMm(), 10);
    boolean male = order.patient().sex() == Sex.MALE;
    Fraction m = cm.over(Fraction.of(100));
    Fraction bmi = actual.over(m.times(m));
    Fraction inches = cm.over(Fraction.of(254, 100)).minus(Fraction.of(60));
    Fraction ideal = Fraction.of(male ? 500 : 455, 10).plus(inches.times(Fraction.of(23, 10)));
    boolean obese = bmi.compareTo(Fraction.of(30)) >= 0;
    boolean devine =
        order.weightBasis() == WeightBasis.IDEAL
            || order.weightBasis() == WeightBasis.ADJUSTED
            || (order.weightBasis() == WeightBasis.IDEAL_IF_OBESE && obese);
    hard(devine && DEVINE_LOWEST_CM.isAbove(cm), "Devine below 60 inches");
    Fraction dosing =
        switch (order.weightBasis()) {
          case ACTUAL -> actual;
          case IDEAL -> ideal;
          case ADJUSTED ->
              actual.isAbove(ideal)
                  ? ideal.plus(actual.minus(ideal).times(Fraction.of(4, 10)))
                  : actual;
          case LEAN ->
              Fraction.of(9_270)
                  .times(actual)
                  .over(
                      Fraction.of(male ? 6_680 : 8_780)
                          .plus(Fraction.of(male ? 216 : 244).times(bmi)));
          case IDEAL_IF_OBESE -> obese && actual.isAbove(ideal) ? ideal : actual;
        };
    soft(dosing.isAbove(actual), DOSING_WEIGHT_ABOVE_ACTUAL);
    return dosing;
  }

  private void checkWho() {
    hard(order.staffId().isBlank(), "nobody ordered");
    for (TomlTable table : List.of(protocol, limit("dose"), limit("day"), limit("session"))) {
      hard("UNVERIFIED".equals(table.getString("evidence")), "unverified");
    }
    TomlTable weight = table(drug, "weight");
    twoSided(
        PhaseOracle.kg(order), weight, WEIGHT_BELOW_SOFT_LIMIT, WEIGHT_ABOVE_SOFT_LIMIT, "weight");
    Fraction mgPerMl = PhaseOracle.mgPerMl(order);
    hard(!RawLibrary.figures(drug, "concentrations").contains(mgPerMl), "concentration");
    soft(
        mgPerMl.isAbove(RawLibrary.figure(drug, "second_person_above")),
        CONCENTRATION_NEEDS_SECOND_PERSON);
  }

  private void checkWhole() {
    Fraction mg = PhaseOracle.mg(order, kg);
    twoSided(mg.over(kg), limit("dose"), DOSE_BELOW_SOFT_LIMIT, DOSE_ABOVE_SOFT_LIMIT, "dose");
    long s = order.phases().stream().mapToLong(OrderPhase::durationS).sum();
    twoSided(
        Fraction.of(s),
        limit("duration"),
        DURATION_BELOW_SOFT_LIMIT,
        DURATION_ABOVE_SOFT_LIMIT,
        "time");
    capped(mg, limit("total"), TOTAL_ABOVE_SOFT_LIMIT, "total");
  }

  private void checkPhases() {
    Fraction before = null;
    for (OrderPhase phase : order.phases()) {
      Fraction rate = PhaseOracle.mgPerH(phase, kg).over(kg);
      if (phase.kind() == PhaseKind.BOLUS) {
        checkBolus(phase, rate);
      } else {
        checkRate(rate);
      }
      hard(
          phase.kind() == PhaseKind.TAPER && (before == null || rate.compareTo(before) >= 0),
          "taper");
      twoSided(
          PhaseOracle.mgPerH(phase, kg).over(PhaseOracle.mgPerMl(order)),
          table(drug, "flow"),
          FLOW_RATE_BELOW_SOFT_LIMIT,
          FLOW_RATE_ABOVE_SOFT_LIMIT,
          "flow");
      before = rate;
    }
  }

  private void checkBolus(OrderPhase phase, Fraction rate) {
    TomlTable bolus = RawLibrary.tableOrNull(protocol, "bolus");
    hard(bolus == null, "bolus");
    if (bolus != null) {
      twoSided(
          PhaseOracle.mg(phase, kg).over(kg),
          table(bolus, "dose"),
          BOLUS_DOSE_BELOW_SOFT_LIMIT,
          BOLUS_DOSE_ABOVE_SOFT_LIMIT,
          "bolus dose");
      twoSided(
          rate,
          table(bolus, "dose_rate"),
          BOLUS_RATE_BELOW_SOFT_LIMIT,
          BOLUS_RATE_ABOVE_SOFT_LIMIT,
          "bolus rate");
    }
  }

  private void checkRate(Fraction rate) {
    twoSided(
        rate,
        limit("dose_rate"),
        DOSE_RATE_BELOW_SOFT_LIMIT,
        DOSE_RATE_ABOVE_SOFT_LIMIT,
        "dose rate");
    boolean intensive = rate.isAbove(RawLibrary.figure(drug, "attestation_above"));
    hard(intensive && !order.intensiveMonitoring(), "not attested");
  }

  private void checkEarlier() {
    Fraction day = PhaseOracle.mg(order, kg);
    Fraction session = day;
    for (PriorDose prior : order.priorDoses()) {
      Fraction mg = Fraction.of(prior.ng(), 1_000_000);
      boolean recent = prior.endedAgoS() < DAY_S;
      day = recent ? day.plus(mg) : day;
      session = prior.thisSession() ? session.plus(mg) : session;
      hard(recent && !prior.drugId().equals(order.drugId()), "another drug today");
    }
    capped(day.over(kg), limit("day"), DAY_DOSE_ABOVE_SOFT_LIMIT, "day");
    capped(session.over(kg), limit("session"), SESSION_DOSE_ABOVE_SOFT_LIMIT, "session");
  }

  private void checkSyringe() {
    Fraction ml = PhaseOracle.mg(order, kg).over(PhaseOracle.mgPerMl(order));
    Fraction loaded = Fraction.of(order.loadedNl(), 1_000_000);
    hard(ml.plus(DEAD_VOLUME_ML).isAbove(loaded), "more than is loaded");
    hard(loaded.isAbove(SYRINGE_ML), "more than the syringe holds");
  }

  private void twoSided(
      Fraction figure, TomlTable limit, ReasonCode below, ReasonCode above, String what) {
    hard(RawLibrary.end(limit, "hard", 0).isAbove(figure), what + " below hard");
    hard(figure.isAbove(RawLibrary.end(limit, "hard", 1)), what + " above hard");
    soft(RawLibrary.end(limit, "soft", 0).isAbove(figure), below);
    soft(figure.isAbove(RawLibrary.end(limit, "soft", 1)), above);
  }

  private void capped(Fraction figure, TomlTable cap, ReasonCode above, String what) {
    hard(figure.isAbove(RawLibrary.figure(cap, "hard")), what + " above hard");
    soft(figure.isAbove(RawLibrary.figure(cap, "soft")), above);
  }

  private void hard(boolean passed, String what) {
    if (passed) {
      wrong.add(what);
    }
  }

  private void soft(boolean passed, ReasonCode code) {
    String second = order.secondStaffId().strip();
    boolean twoPersons = !second.isEmpty() && !second.equals(order.staffId().strip());
    boolean reason =
        order.overrides().stream()
            .anyMatch(o -> o.code().equals(code.name()) && !o.reason().isBlank());
    hard(passed && !(twoPersons && reason), code + " not passed as it must be");
  }

  private TomlTable limit(String key) {
    return table(protocol, key);
  }

  private static TomlTable table(TomlTable parent, String key) {
    @Nullable TomlTable table = RawLibrary.tableOrNull(parent, key);
    return Objects.requireNonNull(table, key);
  }
}
