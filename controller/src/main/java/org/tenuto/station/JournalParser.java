package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.control.ExecutorEvent.Stamp;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.proto.journal.ExecutorEvent;

/** What the journal wrote, as the house uses it: what a restarted station has to remember. Pure. */
final class JournalParser {

  private JournalParser() {}

  static Booted booted(ExecutorEvent event) {
    var booted = event.getBooted();
    return new Booted(
        stamp(event.getStamp()),
        booted.getBootId(),
        booted.getBuild(),
        booted.getTiming(),
        booted.getPumpModel(),
        booted.getLibraryHash());
  }

  private static Stamp stamp(org.tenuto.proto.journal.Stamp stamp) {
    return new Stamp(
        stamp.getSeq(),
        stamp.getCycle(),
        stamp.getMonoNs(),
        InfusionState.valueOf(stamp.getState()),
        stamp.getOrderNonce(),
        stamp.getLedger().getCommandedNl(),
        stamp.getLedger().getAtLeastNl(),
        stamp.getLedger().getAtMostNl());
  }

  static ReadBack readBack(org.tenuto.proto.journal.ReadBack message) {
    List<Finding> findings = new ArrayList<>();
    for (var finding : message.getFindingsList()) {
      findings.add(
          new Finding(
              finding.getCode(),
              Finding.Severity.valueOf(finding.getSeverity()),
              finding.getText()));
    }
    return new ReadBack(
        message.getNonce(),
        message.getExpiresAtNs(),
        order(message.getOrder()),
        message.getDrugName(),
        message.getProtocolName(),
        message.getSyringeName(),
        message.getOrderedNg(),
        message.getAchievedNg(),
        message.getVolumeNl(),
        message.getRateNlPerH(),
        message.getDoseRateNgPerKgPerH(),
        message.getDurationS(),
        message.getPumpRate(),
        message.getPumpVolume(),
        findings,
        message.getHash());
  }

  private static Order order(org.tenuto.proto.journal.Order message) {
    return new Order(
        message.getLibraryHash(),
        message.getDrugId(),
        message.getProtocolId(),
        message.getWeightG(),
        message.getDoseNgPerKg(),
        message.getDurationS(),
        message.getConcentrationNgPerMl(),
        message.getSyringeId(),
        message.getLoadedNl(),
        message.getStaffId());
  }
}
