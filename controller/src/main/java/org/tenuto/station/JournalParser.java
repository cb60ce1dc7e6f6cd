package org.tenuto.station;

import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.control.ExecutorEvent.Stamp;
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
        booted.getLibraryHash(),
        booted.getBuzzer());
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
}
