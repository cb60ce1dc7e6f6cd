package org.tenuto.station;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.Order;
import org.tenuto.observation.Level;
import org.tenuto.observation.Noted;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;
import org.tenuto.web.Catalogue;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.DeviceDesk;
import org.tenuto.web.LiveView;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.PredictionBasis;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ObservationView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.ReadingEntry;
import org.tenuto.web.Reply;
import org.tenuto.web.StaffDesk;

/** What the web server asks, asked of the station; its threads wait here for the answer. */
final class StationDesk implements DeviceDesk {

  private static final Reply<String> NOTHING_OBSERVED =
      new Reply.Refused<>("NOT_OBSERVED", "This device observes nothing: see its configuration.");

  private final StationRequests requests;
  private final StationWork work;
  private final StationStaff staff;
  private final String staffId;

  StationDesk(StationWork work, StationStaff staff) {
    this(work.requests(), work, staff, "");
  }

  private StationDesk(
      StationRequests requests, StationWork work, StationStaff staff, String staffId) {
    this.requests = requests;
    this.work = work;
    this.staff = staff;
    this.staffId = staffId;
  }

  @Override
  public DeviceDesk by(String somebody) {
    return new StationDesk(requests.by(somebody), work, staff, somebody);
  }

  @Override
  public StaffDesk staff() {
    return staff;
  }

  @Override
  public Catalogue catalogue() {
    return requests.catalogue();
  }

  @Override
  public Reply<ReadBackView> propose(OrderEntry order) {
    return await(requests.propose(order));
  }

  @Override
  public Reply<ReadBackView> proposeChange(ChangeEntry change) {
    return await(requests.proposeChange(change));
  }

  @Override
  public Reply<String> start(long nonce, String hash) {
    if (staff.secondPersonMissing(requests.readBack(nonce))) {
      return new Reply.Refused<>(
          "SECOND_CHECK_MISSING", "A second person has to check it first: nothing was started.");
    }
    return await(requests.start(nonce, hash));
  }

  @Override
  public Reply<PrimingView> proposePriming(String syringeId, long volumeNl) {
    return await(requests.proposePriming(syringeId, volumeNl));
  }

  @Override
  public Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected) {
    return await(requests.startPriming(nonce, hash, lineNotConnected));
  }

  @Override
  public Reply<String> resume(long nonce) {
    return await(requests.resume(nonce));
  }

  @Override
  public void pause() {
    requests.pause();
  }

  @Override
  public void stop() {
    requests.stop();
  }

  @Override
  public Reply<String> resetFault() {
    return await(requests.resetFault());
  }

  @Override
  public Reply<String> acknowledgeAlarms() {
    return await(requests.acknowledgeAlarms());
  }

  @Override
  public Reply<String> pauseAudio() {
    return await(requests.pauseAudio());
  }

  @Override
  public boolean pageShows(long executorBootId, long cycle) {
    return requests.pageShows(executorBootId, cycle);
  }

  @Override
  public Reply<String> enter(SessionFact fact, String secondStaffId) {
    return await(work.sessions().record(fact, staffId, secondStaffId));
  }

  @Override
  public SessionProgress session() {
    return work.sessions().progress();
  }

  @Override
  public Reply<String> observed(ReadingEntry entry) {
    Observing observing = work.observing();
    return observing == null
        ? NOTHING_OBSERVED
        : await(observing.enter(entry, staffId, work.sessions()));
  }

  @Override
  public Reply<String> adviceNoted(long reading, Level level, Noted.Action action) {
    Observing observing = work.observing();
    return observing == null
        ? NOTHING_OBSERVED
        : await(observing.note(reading, level, action, staffId, work.sessions()));
  }

  @Override
  public @Nullable ObservationView observation() {
    Observing observing = work.observing();
    return observing == null ? null : observing.view();
  }

  @Override
  public @Nullable PredictionBasis predictionBasis(Order order) {
    return requests.predictionBasis(order);
  }

  @Override
  public LiveView live() {
    return work.live();
  }

  /** No longer than a command is good for: a record that waits for its disk steps nothing. */
  static <T> Reply<T> await(CompletableFuture<Reply<T>> reply) {
    try {
      return reply.get(StationCommand.GOOD_FOR_NS, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return StationRequests.unconfirmed(); // it has expired, so it is not sent any more
    } catch (ExecutionException e) {
      throw new IllegalStateException("the answer can't be shown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StationRequests.unconfirmed();
    }
  }
}
