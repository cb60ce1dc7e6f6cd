package org.tenuto.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tenuto.dose.DoseUnit;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.OrderPhase;
import org.tenuto.proto.journal.ReadBack;

/** The record's codes in the ward's words; a code this version does not know stays as it is. */
final class Words {

  private Words() {}

  static boolean isUnderWay(String state) {
    return state.equals("INFUSING") || state.equals("PAUSED");
  }

  static String drugAndProtocol(ReadBack readBack) {
    return readBack.getDrugName() + ", " + readBack.getProtocolName();
  }

  /** What was ordered, phase after phase. */
  static String program(Order order) {
    return isOld(order)
        ? Figures.drug(order.getDoseNgPerKg()) + "/kg over " + time(order.getDurationS())
        : program(order.getPhasesList());
  }

  static String program(List<OrderPhase> phases) {
    return phases.stream().map(Words::phase).collect(Collectors.joining(", then "));
  }

  /** Whether it was written before orders had phases. */
  static boolean isOld(Order order) {
    return order.getWeightBasis().isEmpty();
  }

  static String phase(OrderPhase phase) {
    String joint = phase.getUnit().equals("MG_PER_KG") ? " over " : " for ";
    return amount(phase) + joint + time(phase.getDurationS());
  }

  private static String amount(OrderPhase phase) {
    for (DoseUnit unit : DoseUnit.values()) {
      if (unit.name().equals(phase.getUnit())) {
        return Figures.number(unit.value(phase.getAmountNg())) + " " + unit.ward().symbol();
      }
    }
    return phase.getAmountNg() + " ng (" + phase.getUnit() + ")";
  }

  static String time(long s) {
    return Figures.duration(s);
  }

  static String phaseKind(String kind) {
    return lower(kind);
  }

  /** {@code MASS_OF_FLOW} as {@code mass of flow}. */
  static String lower(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String sex(String code) {
    return code.isEmpty() || code.equals("NOT_GIVEN") ? "not given" : lower(code);
  }

  static String weightBasis(String code) {
    return switch (code) {
      case "", "ACTUAL" -> "actual body weight";
      case "IDEAL" -> "ideal body weight";
      case "ADJUSTED" -> "adjusted body weight";
      case "LEAN" -> "lean body weight";
      case "IDEAL_IF_OBESE" -> "lower of ideal and actual weight from 30 kg/m² on, else actual";
      default -> code;
    };
  }

  static String state(String code) {
    return switch (code) {
      case "SELF_TEST" -> "self-test";
      case "READY" -> "read-back shown";
      default -> lower(code);
    };
  }

  /** Who did it; a name that is not there is said not to be. */
  static String staff(String staffId) {
    return staffId.isEmpty() ? "not identified" : staffId;
  }
}
