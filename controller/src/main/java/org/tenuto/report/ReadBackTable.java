package org.tenuto.report;

import java.util.List;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.ReadBackPhase;

/** The phases of a read-back: ordered, and what the pump makes of it after rounding down. */
final class ReadBackTable {

  private ReadBackTable() {}

  static void write(Html html, ReadBack readBack) {
    html.table(
        "figures", "phase", "ordered", "#drug", "#achieved", "#volume", "#flow rate",
        "#dose rate", "#time", "pump is told");
    List<ReadBackPhase> phases = phases(readBack);
    for (int i = 0; i < phases.size(); i++) {
      ReadBackPhase phase = phases.get(i);
      html.row(
          "",
          (i + 1) + " " + Words.phaseKind(phase.getKind()),
          ordered(readBack.getOrder(), i),
          Figures.drug(phase.getOrderedNg()),
          Figures.drug(phase.getAchievedNg()),
          Figures.volume(phase.getVolumeNl()),
          Figures.flowRate(phase.getRateNlPerH()),
          Figures.doseRate(phase.getDoseRateNgPerKgPerH()),
          Figures.duration(phase.getDurationS()),
          phase.getPumpRate() + " " + phase.getPumpVolume());
    }
    html.row(
        "",
        "whole",
        "",
        Figures.drug(readBack.getOrderedNg()),
        Figures.drug(readBack.getAchievedNg()),
        Figures.volume(readBack.getVolumeNl()),
        "",
        "",
        Figures.duration(readBack.getDurationS()),
        "");
    html.end();
  }

  private static String ordered(Order order, int phase) {
    if (Words.isOld(order)) {
      return Words.program(order);
    }
    return phase < order.getPhasesCount() ? Words.phase(order.getPhases(phase)) : "";
  }

  /** Those of the read-back; the only one of a record from before orders had phases. */
  static List<ReadBackPhase> phases(ReadBack readBack) {
    if (readBack.getPhasesCount() > 0 || readBack.getRateNlPerH() == 0) {
      return readBack.getPhasesList();
    }
    return List.of(
        ReadBackPhase.newBuilder()
            .setKind("MAINTENANCE")
            .setOrderedNg(readBack.getOrderedNg())
            .setAchievedNg(readBack.getAchievedNg())
            .setVolumeNl(readBack.getVolumeNl())
            .setRateNlPerH(readBack.getRateNlPerH())
            .setDoseRateNgPerKgPerH(readBack.getDoseRateNgPerKgPerH())
            .setDurationS(readBack.getDurationS())
            .setPumpRate(readBack.getPumpRate())
            .setPumpVolume(readBack.getPumpVolume())
            .build());
  }
}
