package org.tenuto.link;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;

/**
 * An order, or a change of one, as part of a slot. Its lists are bounded; with more the slot is refused. Numbers are
 * carried as they are: whether they are numbers an order can have is the guardrail's to say.
 */
final class OrderCodec {

  /** Longest reason for passing a soft limit, bytes of UTF-8. */
  static final int REASON_BYTES = 120;

  private static final Sex[] SEXES = Sex.values();
  private static final WeightBasis[] BASES = WeightBasis.values();
  private static final PhaseKind[] KINDS = PhaseKind.values();
  private static final DoseUnit[] UNITS = DoseUnit.values();

  private OrderCodec() {}

  static void encode(Order order, SlotWriter slot) {
    slot.id("libraryHash", order.libraryHash(), CommandCodec.ID_BYTES);
    slot.id("drugId", order.drugId(), CommandCodec.ID_BYTES);
    slot.id("protocolId", order.protocolId(), CommandCodec.ID_BYTES);
    patient(order.patient(), slot);
    slot.one(order.weightBasis());
    phases(order.phases(), slot);
    slot.i64(order.concentrationNgPerMl());
    slot.id("syringeId", order.syringeId(), CommandCodec.ID_BYTES);
    slot.i64(order.loadedNl());
    priorDoses(order.priorDoses(), slot);
    slot.flag(order.intensiveMonitoring());
    overrides(order.overrides(), slot);
    slot.id("staffId", order.staffId(), CommandCodec.ID_BYTES);
    slot.id("secondStaffId", order.secondStaffId(), CommandCodec.ID_BYTES);
  }

  static void encode(OrderChange change, SlotWriter slot) {
    phases(change.phases(), slot);
    slot.flag(change.intensiveMonitoring());
    overrides(change.overrides(), slot);
    slot.id("staffId", change.staffId(), CommandCodec.ID_BYTES);
    slot.id("secondStaffId", change.secondStaffId(), CommandCodec.ID_BYTES);
  }

  private static void patient(Patient patient, SlotWriter slot) {
    slot.i64(patient.weightG());
    slot.i64(patient.heightMm());
    slot.one(patient.sex());
    slot.i64(patient.lastWeightG());
  }

  private static void phases(List<OrderPhase> phases, SlotWriter slot) {
    slot.count("phases", phases.size(), Order.MOST_PHASES);
    for (OrderPhase phase : phases) {
      slot.one(phase.kind());
      slot.one(phase.unit());
      slot.i64(phase.amountNg());
      slot.i64(phase.durationS());
    }
  }

  private static void priorDoses(List<PriorDose> doses, SlotWriter slot) {
    slot.count("earlier doses", doses.size(), Order.MOST_PRIOR_DOSES);
    for (PriorDose dose : doses) {
      slot.id("drugId of an earlier dose", dose.drugId(), CommandCodec.ID_BYTES);
      slot.i64(dose.ng());
      slot.i64(dose.durationS());
      slot.i64(dose.endedAgoS());
      slot.flag(dose.thisSession());
      slot.flag(dose.declared());
    }
  }

  private static void overrides(List<LimitOverride> overrides, SlotWriter slot) {
    slot.count("overrides", overrides.size(), Order.MOST_OVERRIDES);
    for (LimitOverride override : overrides) {
      slot.id("code of an override", override.code(), CommandCodec.ID_BYTES);
      slot.id("reason of an override", override.reason(), REASON_BYTES);
    }
  }

  static Order decode(SlotReader slot) {
    return new Order(
        slot.text(CommandCodec.ID_BYTES),
        slot.text(CommandCodec.ID_BYTES),
        slot.text(CommandCodec.ID_BYTES),
        new Patient(slot.i64(), slot.i64(), slot.one(SEXES), slot.i64()),
        slot.one(BASES),
        phases(slot),
        slot.i64(),
        slot.text(CommandCodec.ID_BYTES),
        slot.i64(),
        priorDoses(slot),
        slot.flag(),
        overrides(slot),
        slot.text(CommandCodec.ID_BYTES),
        slot.text(CommandCodec.ID_BYTES));
  }

  static OrderChange decodeChange(SlotReader slot) {
    return new OrderChange(
        phases(slot),
        slot.flag(),
        overrides(slot),
        slot.text(CommandCodec.ID_BYTES),
        slot.text(CommandCodec.ID_BYTES));
  }

  private static List<OrderPhase> phases(SlotReader slot) {
    int count = slot.count(Order.MOST_PHASES);
    List<OrderPhase> phases = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      phases.add(new OrderPhase(slot.one(KINDS), slot.one(UNITS), slot.i64(), slot.i64()));
    }
    return phases;
  }

  private static List<PriorDose> priorDoses(SlotReader slot) {
    int count = slot.count(Order.MOST_PRIOR_DOSES);
    List<PriorDose> doses = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      doses.add(
          new PriorDose(
              slot.text(CommandCodec.ID_BYTES),
              slot.i64(),
              slot.i64(),
              slot.i64(),
              slot.flag(),
              slot.flag()));
    }
    return doses;
  }

  private static List<LimitOverride> overrides(SlotReader slot) {
    int count = slot.count(Order.MOST_OVERRIDES);
    List<LimitOverride> overrides = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      overrides.add(
          new LimitOverride(slot.text(CommandCodec.ID_BYTES), slot.text(REASON_BYTES)));
    }
    return overrides;
  }
}
