package org.tenuto.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;

/** A change of a running order on paper, for {@link ScriptedDesk}, which guards it. */
final class ScriptedChange {

  private ScriptedChange() {}

  /** What is left of the running order's present phase, at the dose rate that is asked for. */
  static ReadBack of(
      ReadBack running,
      ChangeEntry change,
      long nonce,
      double deliveredNl,
      boolean runs,
      List<Finding> findings) {
    List<ReadBack.Phase> phases = new ArrayList<>(running.phases());
    ReadBack.Phase was = phases.get(change.phase());
    ReadBack.Phase will = at(change, running, was);
    phases.set(change.phase(), will);
    long beforeNl =
        phases.stream().limit(change.phase()).mapToLong(ReadBack.Phase::volumeNl).sum();
    long phaseNl = (long) deliveredNl - beforeNl + 1_000;
    long infusedS =
        running.progress().infusedS() + Math.ceilDiv(phaseNl * 3_600, was.rateNlPerH());
    long leftS = Math.ceilDiv((will.volumeNl() - phaseNl) * 3_600, will.rateNlPerH());
    long laterS =
        phases.stream().skip(change.phase() + 1L).mapToLong(ReadBack.Phase::durationS).sum();
    return new ReadBack(
        nonce,
        0,
        order(running, change),
        new Progress(
            running.orderNonce(),
            change.phase(),
            phaseNl,
            infusedS,
            runs ? was.rateNlPerH() : 0),
        running.drugName(),
        running.protocolName(),
        running.syringeName(),
        running.weights(),
        running.orderedNg(),
        running.achievedNg(),
        running.volumeNl(),
        infusedS + leftS + laterS,
        phases,
        running.predictions(),
        findings,
        ScriptedDesk.HASH);
  }

  private static Order order(ReadBack running, ChangeEntry change) {
    List<OrderPhase> rest =
        new ArrayList<>(
            running.order().phases().subList(change.phase(), running.order().phases().size()));
    rest.set(
        0,
        Objects.requireNonNull(
            rest.getFirst()
                .atDoseRate(change.doseRate().ngPerKgPerH(), running.weights().dosingG())));
    boolean attested = running.order().intensiveMonitoring() || change.intensiveMonitoring();
    return running
        .order()
        .changed(change.phase(), new OrderChange(rest, attested, List.of(), "bench", ""));
  }

  private static ReadBack.Phase at(ChangeEntry change, ReadBack running, ReadBack.Phase was) {
    long ngPerKgPerH = change.doseRate().ngPerKgPerH();
    long ngPerH = ngPerKgPerH * running.weights().dosingG() / 1_000;
    long nlPerH = ngPerH * 1_000_000 / running.order().concentrationNgPerMl();
    return new ReadBack.Phase(
        was.kind(),
        was.orderedNg(),
        was.achievedNg(),
        was.volumeNl(),
        nlPerH,
        ngPerKgPerH,
        Math.ceilDiv(was.volumeNl() * 3_600, nlPerH),
        BigDecimal.valueOf(nlPerH, 6).stripTrailingZeros().toPlainString() + "MH",
        was.pumpVolume());
  }
}
