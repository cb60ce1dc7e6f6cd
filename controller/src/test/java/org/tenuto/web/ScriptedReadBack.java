package org.tenuto.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.pk.PkModel;

/** What {@link ScriptedDesk} reads back of an order: true to the arithmetic, made up otherwise. */
final class ScriptedReadBack {

  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);

  private ScriptedReadBack() {}

  static ReadBack of(OrderEntry entry, long nonce, List<Finding> findings) {
    List<ReadBack.Phase> phases = entry.phases().stream().map(p -> phase(p, entry)).toList();
    long ng = phases.stream().mapToLong(ReadBack.Phase::achievedNg).sum();
    long weightG = entry.patient().weightG();
    return new ReadBack(
        nonce,
        0,
        orderOf(entry),
        Progress.NONE,
        "ketAMINE",
        "Depression, 40 min",
        "BD Plastipak 50 mL",
        new ReadBack.Weights(
            entry.weightBasis() == WeightBasis.ACTUAL ? weightG : weightG * 4 / 5, 0, 0, 0, 0),
        ng,
        ng,
        phases.stream().mapToLong(ReadBack.Phase::volumeNl).sum(),
        phases.stream().mapToLong(ReadBack.Phase::durationS).sum(),
        phases,
        List.of(
            new Prediction(PkModel.DOMINO_1984, 187_250, 2_400, 203_110, 2_400),
            new Prediction(PkModel.KAMP_2020, 171_004, 2_425, 182_390, 2_400)),
        findings,
        ScriptedDesk.HASH);
  }

  private static Order orderOf(OrderEntry entry) {
    return new Order(
        entry.libraryHash(),
        entry.drugId(),
        entry.protocolId(),
        entry.patient(),
        entry.weightBasis(),
        entry.phases(),
        entry.concentrationNgPerMl(),
        entry.syringeId(),
        entry.loadedNl(),
        entry.declaredDoses(),
        entry.intensiveMonitoring(),
        List.of(),
        "bench",
        "");
  }

  private static ReadBack.Phase phase(OrderPhase phase, OrderEntry entry) {
    BigDecimal kg = BigDecimal.valueOf(entry.patient().weightG(), 3);
    BigDecimal s = BigDecimal.valueOf(phase.durationS());
    BigDecimal mg = phase.unit().value(phase.amountNg()).multiply(kg);
    if (phase.unit() == DoseUnit.MG_PER_KG_PER_H) {
      mg = mg.multiply(s).divide(S_PER_H, MathContext.DECIMAL64);
    }
    BigDecimal ml =
        mg.divide(BigDecimal.valueOf(entry.concentrationNgPerMl(), 6), 2, RoundingMode.DOWN);
    BigDecimal mlPerH = ml.multiply(S_PER_H).divide(s, 2, RoundingMode.DOWN);
    long ng = mg.movePointRight(6).longValue();
    return new ReadBack.Phase(
        phase.kind(),
        ng,
        ng,
        ml.movePointRight(6).longValue(),
        mlPerH.movePointRight(6).longValue(),
        ng * 3600 / phase.durationS() * 1000 / entry.patient().weightG(),
        phase.durationS(),
        mlPerH + "MH",
        ml + "ML");
  }
}
