package org.tenuto.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.Limit;
import org.tenuto.dose.Protocol;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.PlasmaConcentration;

/**
 * One limit that was in force.
 *
 * @param name for people
 * @param field for programs; ends in the unit
 * @param source where it comes from
 */
record LimitRow(String name, String field, Bounds soft, Bounds hard, String source) {

  /**
   * What is within.
   *
   * @param text for people
   * @param lowest in the unit of the field; null where only the highest is limited
   * @param highest in the unit of the field
   */
  record Bounds(String text, @Nullable BigDecimal lowest, BigDecimal highest) {}

  /** How a quantity is named, written and counted. */
  private record Unit<T>(
      String field, Function<T, String> text, Function<T, BigDecimal> number) {

    BigDecimal of(T value) {
      return JsonFigures.trimmed(number.apply(value));
    }
  }

  private static final String DOSE = "_mg_per_kg";
  private static final String DOSE_RATE = "_mg_per_kg_h";

  /** Those of an order; none if its library is not one of ours. */
  static List<LimitRow> of(ReadBack readBack) {
    DrugEntry drug = LimitTable.drug(readBack);
    Protocol protocol = drug == null ? null : drug.protocol(readBack.getOrder().getProtocolId());
    return drug == null || protocol == null ? List.of() : of(drug, protocol);
  }

  private static List<LimitRow> of(DrugEntry drug, Protocol protocol) {
    List<LimitRow> rows = new ArrayList<>();
    rows.add(limit("dose of the order", protocol.dose(), dose("order_dose")));
    rows.add(limit("dose rate", protocol.doseRate(), doseRate("dose_rate")));
    if (protocol.bolus() != null) {
      rows.add(limit("dose of a bolus", protocol.bolus().dose(), dose("bolus_dose")));
      rows.add(
          limit("dose rate of a bolus", protocol.bolus().rate(), doseRate("bolus_dose_rate")));
    }
    rows.add(
        limit(
            "infusion time",
            protocol.time(),
            new Unit<>(
                "infusion_time_s", InfusionTime::text, time -> BigDecimal.valueOf(time.s()))));
    rows.add(
        cap(
            "drug of the order",
            protocol.total(),
            new Unit<>("order_drug_mg", DrugAmount::text, DrugAmount::mg)));
    rows.add(cap("dose of the session", protocol.session(), dose("session_dose")));
    rows.add(cap("dose of 24 h", protocol.day(), dose("dose_of_24_h")));
    rows.addAll(of(drug));
    return rows;
  }

  private static List<LimitRow> of(DrugEntry drug) {
    return List.of(
        limit(
            "body weight",
            drug.weight(),
            new Unit<>("body_weight_kg", BodyWeight::text, BodyWeight::kg)),
        limit(
            "flow rate",
            drug.flow(),
            new Unit<>("flow_rate_ml_per_h", FlowRate::text, FlowRate::mlPerH)),
        cap(
            "predicted concentration",
            drug.ceiling(),
            new Unit<>(
                "predicted_ng_per_ml", PlasmaConcentration::text, PlasmaConcentration::ngPerMl)));
  }

  private static Unit<DosePerWeight> dose(String field) {
    return new Unit<>(field + DOSE, DosePerWeight::text, DosePerWeight::mgPerKg);
  }

  private static Unit<DoseRate> doseRate(String field) {
    return new Unit<>(field + DOSE_RATE, DoseRate::text, DoseRate::mgPerKgPerH);
  }

  private static <T extends Comparable<T>> LimitRow limit(
      String name, Limit<T> limit, Unit<T> unit) {
    return new LimitRow(
        name,
        unit.field(),
        between(limit.soft().lowest(), limit.soft().highest(), unit),
        between(limit.hard().lowest(), limit.hard().highest(), unit),
        limit.source());
  }

  private static <T> Bounds between(T lowest, T highest, Unit<T> unit) {
    String text = unit.text().apply(lowest) + " to " + unit.text().apply(highest);
    return new Bounds(text, unit.of(lowest), unit.of(highest));
  }

  private static <T extends Comparable<T>> LimitRow cap(String name, Cap<T> cap, Unit<T> unit) {
    return new LimitRow(
        name, unit.field(), atMost(cap.soft(), unit), atMost(cap.hard(), unit), cap.source());
  }

  private static <T> Bounds atMost(T highest, Unit<T> unit) {
    return new Bounds("at most " + unit.text().apply(highest), null, unit.of(highest));
  }
}
