package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.InfusionTime;

/** Reads one protocol of a library file. */
final class ProtocolReader {

  private static final DosePerWeight ANY_DOSE = new DosePerWeight(1);
  private static final DoseRate ANY_RATE = new DoseRate(0);

  private ProtocolReader() {}

  static Protocol read(LibraryTable table) {
    Protocol protocol =
        new Protocol(
            table.id("id"),
            table.text("name"),
            table.texts("indications"),
            phases(table),
            LimitReader.limit(table, "dose", DosePerWeight::parse, ANY_DOSE),
            LimitReader.limit(table, "dose_rate", DoseRate::parse, ANY_RATE),
            bolus(table.tableOrNull("bolus")),
            LimitReader.limit(table, "duration", InfusionTime::parse, new InfusionTime(1)),
            LimitReader.cap(table, "total", DrugAmount::parse, new DrugAmount(0)),
            LimitReader.cap(table, "session", DosePerWeight::parse, ANY_DOSE),
            LimitReader.cap(table, "day", DosePerWeight::parse, ANY_DOSE),
            table.oneOf("evidence", Evidence.class),
            table.text("source"));
    table.done();
    return protocol;
  }

  private static Protocol.@Nullable BolusLimits bolus(@Nullable LibraryTable table) {
    if (table == null) {
      return null;
    }
    Protocol.BolusLimits bolus =
        new Protocol.BolusLimits(
            LimitReader.limit(table, "dose", DosePerWeight::parse, ANY_DOSE),
            LimitReader.limit(table, "dose_rate", DoseRate::parse, ANY_RATE));
    table.done();
    return bolus;
  }

  private static List<OrderPhase> phases(LibraryTable table) {
    List<OrderPhase> phases = new ArrayList<>();
    for (LibraryTable phase : table.tables("phase")) {
      phases.add(phase(phase));
    }
    table.require(
        !phases.isEmpty() && phases.size() <= Order.MOST_PHASES,
        "phase",
        "1 to " + Order.MOST_PHASES + " tables [[phase]]");
    return phases;
  }

  private static OrderPhase phase(LibraryTable table) {
    PhaseKind kind = table.oneOf("kind", PhaseKind.class);
    Amount amount = table.quantity("amount", Amount::parse, new Amount(DoseUnit.MG_PER_KG, 1));
    InfusionTime time = table.quantity("duration", InfusionTime::parse, new InfusionTime(1));
    table.done();
    return new OrderPhase(kind, amount.unit, amount.ng, time.s());
  }

  /** How much, in the unit it is written in. */
  private record Amount(DoseUnit unit, long ng) {

    static Amount parse(String what, String text) {
      DoseUnit unit = DoseUnit.of(what, text);
      return new Amount(unit, unit.parse(what, text));
    }
  }
}
