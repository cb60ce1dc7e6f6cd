package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.DrugBalanced;
import org.tenuto.proto.journal.ItemAnswered;
import org.tenuto.proto.journal.SessionBegun;
import org.tenuto.proto.journal.SessionEnded;
import org.tenuto.proto.journal.SessionNote;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.SyringeLoaded;
import org.tenuto.proto.journal.WeightMeasured;
import org.tenuto.session.DoseRoute;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionFact;

/** The facts of a session as they go on record, and back. */
public final class SessionForm {

  private SessionForm() {}

  /**
   * Puts a fact into a record.
   *
   * @throws IllegalArgumentException if it is one that has records of its own
   */
  static void put(SessionFact fact, SessionRecorded.Builder record) {
    switch (fact) {
      case SessionFact.Begun one ->
          record.setBegun(
              SessionBegun.newBuilder()
                  .setNewPatient(one.newPatient())
                  .setReason(one.reason()));
      case SessionFact.Ended one ->
          record.setEnded(
              SessionEnded.newBuilder().addAllNotDone(one.notDone()).setReason(one.reason()));
      case SessionFact.Answered one -> record.setAnswered(answered(one));
      case SessionFact.Weighed one ->
          record.setWeighed(WeightMeasured.newBuilder().setWeightG(one.weightG()));
      case SessionFact.Loaded one ->
          record.setLoaded(
              SyringeLoaded.newBuilder()
                  .setItemId(one.itemId())
                  .setSyringeId(one.syringeId())
                  .setConcentrationNgPerMl(one.concentrationNgPerMl()));
      case SessionFact.GivenByHand one -> record.setGivenByHand(byHand(one));
      case SessionFact.Balanced one -> record.setBalanced(balanced(one));
      case SessionFact.Noted one -> record.setNoted(SessionNote.newBuilder().setText(one.text()));
      case SessionFact.Delivered _ ->
          throw new IllegalArgumentException("what the executor told is on record already");
    }
  }

  private static ItemAnswered.Builder answered(SessionFact.Answered one) {
    return ItemAnswered.newBuilder()
        .setItemId(one.itemId())
        .setValue(one.value())
        .setReason(one.reason())
        .setPrescriberId(one.prescriberId());
  }

  private static org.tenuto.proto.journal.GivenByHand.Builder byHand(SessionFact.GivenByHand one) {
    return org.tenuto.proto.journal.GivenByHand.newBuilder()
        .setDrugId(one.drugId())
        .setNg(one.ng())
        .setRoute(one.route().name())
        .setGivenWallMs(one.givenWallMs());
  }

  private static DrugBalanced.Builder balanced(SessionFact.Balanced one) {
    DrugBalance balance = one.balance();
    return DrugBalanced.newBuilder()
        .setConcentrationNgPerMl(balance.concentrationNgPerMl())
        .setDrawnNl(balance.drawnNl())
        .setResidualNl(balance.residualNl())
        .setWasteNl(balance.wasteNl())
        .setLineNl(balance.lineNl())
        .setFlushNl(balance.flushNl())
        .setFlushRateNlPerH(balance.flushRateNlPerH())
        .setReason(balance.reason())
        .setDrugId(one.drugId())
        .setFlushedNg(balance.flushedNg());
  }

  /**
   * The fact a record tells of; null if it is none of the steps of a session.
   *
   * @throws IllegalArgumentException if it names a route there is not
   */
  public static @Nullable SessionFact fact(SessionRecorded record) {
    return switch (record.getFactCase()) {
      case BEGUN ->
          new SessionFact.Begun(
              record.getSessionId(),
              record.getBegun().getNewPatient(),
              record.getBegun().getReason());
      case ENDED ->
          new SessionFact.Ended(
              record.getEnded().getNotDoneList(), record.getEnded().getReason());
      case ANSWERED -> answered(record.getAnswered());
      case WEIGHED -> new SessionFact.Weighed(record.getWeighed().getWeightG());
      case LOADED ->
          new SessionFact.Loaded(
              record.getLoaded().getItemId(),
              record.getLoaded().getSyringeId(),
              record.getLoaded().getConcentrationNgPerMl());
      case GIVEN_BY_HAND -> byHand(record.getGivenByHand());
      case BALANCED -> balanced(record.getBalanced());
      case NOTED -> new SessionFact.Noted(record.getNoted().getText());
      default -> null;
    };
  }

  private static SessionFact answered(ItemAnswered one) {
    return new SessionFact.Answered(
        one.getItemId(), one.getValue(), one.getReason(), one.getPrescriberId());
  }

  private static SessionFact byHand(org.tenuto.proto.journal.GivenByHand one) {
    return new SessionFact.GivenByHand(
        one.getDrugId(), one.getNg(), DoseRoute.valueOf(one.getRoute()), one.getGivenWallMs());
  }

  private static SessionFact balanced(DrugBalanced one) {
    return new SessionFact.Balanced(
        one.getDrugId(),
        new DrugBalance(
            one.getConcentrationNgPerMl(),
            one.getDrawnNl(),
            one.getResidualNl(),
            one.getWasteNl(),
            one.getLineNl(),
            one.getFlushNl(),
            one.getFlushRateNlPerH(),
            one.getReason()));
  }
}
