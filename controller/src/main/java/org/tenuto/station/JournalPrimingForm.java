package org.tenuto.station;

import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.proto.journal.Priming;
import org.tenuto.proto.journal.PrimingBegun;
import org.tenuto.proto.journal.PrimingEnded;
import org.tenuto.proto.journal.PrimingOffered;
import org.tenuto.proto.journal.PrimingRequest;
import org.tenuto.proto.journal.ProposePriming;
import org.tenuto.proto.journal.StartPriming;

/** The filling of the line as the journal writes it. Pure. */
final class JournalPrimingForm {

  private JournalPrimingForm() {}

  static ProposePriming propose(StationCommand.ProposePriming command) {
    return ProposePriming.newBuilder().setRequest(request(command.request())).build();
  }

  static StartPriming start(StationCommand.StartPriming command) {
    return StartPriming.newBuilder()
        .setNonce(command.nonce())
        .setReadBackHash(command.readBackHash())
        .setLineNotConnected(command.lineNotConnected())
        .build();
  }

  private static PrimingRequest request(org.tenuto.dose.PrimingRequest request) {
    return PrimingRequest.newBuilder()
        .setLibraryHash(request.libraryHash())
        .setSyringeId(request.syringeId())
        .setVolumeNl(request.volumeNl())
        .build();
  }

  static PrimingOffered offered(ExecutorEvent.PrimingOffered event) {
    var readBack = event.readBack();
    return PrimingOffered.newBuilder()
        .setStationBootId(event.stationBootId())
        .setCommandSeq(event.commandSeq())
        .setNonce(readBack.nonce())
        .setExpiresAtNs(readBack.expiresAtNs())
        .setRequest(request(readBack.request()))
        .setSyringeName(readBack.syringeName())
        .setVolumeNl(readBack.volumeNl())
        .setRateNlPerH(readBack.rateNlPerH())
        .setDurationS(readBack.durationS())
        .setPumpRate(readBack.pumpRate())
        .setPumpVolume(readBack.pumpVolume())
        .setHash(readBack.hash())
        .build();
  }

  static PrimingBegun begun(ExecutorEvent.PrimingBegun event) {
    return PrimingBegun.newBuilder()
        .setNonce(event.nonce())
        .setRateNlPerH(event.rateNlPerH())
        .setVolumeNl(event.volumeNl())
        .setPumpRate(event.pumpRate())
        .build();
  }

  static PrimingEnded ended(ExecutorEvent.PrimingEnded event) {
    return PrimingEnded.newBuilder()
        .setNonce(event.nonce())
        .setLedger(
            JournalForm.ledger(event.commandedNl(), event.atLeastNl(), event.atMostNl()))
        .build();
  }

  /** What the snapshot said of one. */
  static Priming priming(StatusSnapshot snapshot) {
    return Priming.newBuilder()
        .setVolumeNl(snapshot.primingNl)
        .setRateNlPerH(snapshot.primingRateNlPerH)
        .setLedger(
            JournalForm.ledger(
                snapshot.primedCommandedNl, snapshot.primedAtLeastNl, snapshot.primedAtMostNl))
        .setAllAtMostNl(snapshot.primedInAllNl)
        .build();
  }
}
