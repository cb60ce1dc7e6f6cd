package org.tenuto.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;
import org.tenuto.journal.Entry;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.web.Catalogue;
import org.tenuto.web.ChangeEntry;
import org.tenuto.web.DeviceDesk;
import org.tenuto.web.LiveView;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ReadBackView;
import org.tenuto.web.Reply;

/**
 * What staff ask for on the page, carried out: everything that starts or increases delivery goes
 * through the record first; Stop and Pause go straight to their counters and are put on record
 * after.
 */
final class StationDesk implements DeviceDesk {

  private static final long ANSWER_WITHIN_MS = 2_000;

  private final StationLink link;
  private final RecordKeeper keeper;
  private final LiveViews views;
  private final DoseHistory history;
  private final DrugLibrary library;
  private final Catalogue catalogue;
  private final String staffId;

  StationDesk(
      StationLink link,
      RecordKeeper keeper,
      LiveViews views,
      DoseHistory history,
      DrugLibrary library,
      String staffId) {
    this.link = link;
    this.keeper = keeper;
    this.views = views;
    this.history = history;
    this.library = library;
    this.catalogue = Catalogues.of(library);
    this.staffId = staffId;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Reply<ReadBackView> propose(OrderEntry entry) {
    DrugEntry drug = library.drug(entry.drugId());
    boolean demo = drug != null && drug.demo();
    Order order =
        new Order(
            entry.libraryHash(),
            entry.drugId(),
            entry.protocolId(),
            entry.patient(),
            entry.weightBasis(),
            entry.phases(),
            entry.concentrationNgPerMl(),
            entry.syringeId(),
            entry.loadedNl(),
            priorDoses(entry, demo),
            entry.intensiveMonitoring(),
            List.of(),
            staffId,
            "");
    Outcome outcome =
        ask(
            header -> new StationCommand.Propose(header, order),
            new Asked(staffId, entry.newPatient(), demo));
    if (outcome instanceof Outcome.Heard(ExecutorEvent.OrderReadBack event)) {
      return new Reply.Accepted<>(view(event.readBack()));
    }
    return refused(outcome);
  }

  @Override
  public Reply<ReadBackView> proposeChange(ChangeEntry entry) {
    ReadBack running = views.readBack(entry.orderNonce());
    OrderChange change = running == null ? null : change(running, entry);
    if (change == null) {
      return new Reply.Refused<>("NO_SUCH_ORDER", "That order is not running: nothing changed.");
    }
    Outcome outcome =
        ask(
            header ->
                new StationCommand.ProposeChange(
                    header, entry.orderNonce(), entry.phase(), change));
    if (outcome instanceof Outcome.Heard(ExecutorEvent.OrderReadBack event)) {
      return new Reply.Accepted<>(view(event.readBack()));
    }
    return refused(outcome);
  }

  /** The present phase at the other dose rate, and those after it; null if it can't be made. */
  private @Nullable OrderChange change(ReadBack running, ChangeEntry entry) {
    List<OrderPhase> phases = running.order().phases();
    if (entry.phase() >= phases.size()) {
      return null;
    }
    OrderPhase present =
        phases
            .get(entry.phase())
            .atDoseRate(entry.doseRate().ngPerKgPerH(), running.weights().dosingG());
    if (present == null) {
      return null;
    }
    List<OrderPhase> rest = new ArrayList<>(List.of(present));
    rest.addAll(phases.subList(entry.phase() + 1, phases.size()));
    boolean attested = running.order().intensiveMonitoring() || entry.intensiveMonitoring();
    return new OrderChange(rest, attested, running.order().overrides(), staffId, "");
  }

  /** Those staff told of, and this device's own unless they were another person's. */
  private List<PriorDose> priorDoses(OrderEntry entry, boolean demo) {
    List<PriorDose> doses = new ArrayList<>();
    if (!entry.newPatient()) {
      int most = Order.MOST_PRIOR_DOSES - entry.declaredDoses().size();
      doses.addAll(history.priorDoses(demo, most, System.nanoTime()));
    }
    doses.addAll(entry.declaredDoses());
    return doses;
  }

  private ReadBackView view(ReadBack readBack) {
    return LiveViews.view(readBack, views.monitoredBits(), System.nanoTime());
  }

  @Override
  public Reply<String> start(long nonce, String hash) {
    return answer(ask(header -> new StationCommand.Start(header, nonce, hash)), "Started.");
  }

  @Override
  public Reply<PrimingView> proposePriming(String syringeId, long volumeNl) {
    PrimingRequest request = new PrimingRequest(library.hash(), syringeId, volumeNl);
    Outcome outcome = ask(header -> new StationCommand.ProposePriming(header, request));
    if (outcome instanceof Outcome.Heard(ExecutorEvent.PrimingOffered event)) {
      return new Reply.Accepted<>(LiveViews.view(event.readBack(), System.nanoTime()));
    }
    return refused(outcome);
  }

  @Override
  public Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected) {
    return answer(
        ask(h -> new StationCommand.StartPriming(h, nonce, hash, lineNotConnected)),
        "Priming.");
  }

  @Override
  public Reply<String> resume(long nonce) {
    return answer(ask(header -> new StationCommand.Resume(header, nonce)), "Resumed.");
  }

  @Override
  public Reply<String> resetFault() {
    return answer(ask(StationCommand.ResetFault::new), "Fault reset: the order is over.");
  }

  @Override
  public Reply<String> acknowledgeAlarms() {
    return answer(ask(StationCommand.AcknowledgeAlarms::new), "Alarms acknowledged.");
  }

  @Override
  public Reply<String> pauseAudio() {
    return answer(ask(StationCommand.PauseAudio::new), "Sound paused.");
  }

  @Override
  public boolean pageShows(long executorBootId, long cycle) {
    return views.areFresh(executorBootId, cycle) && link.pageShows(executorBootId, cycle);
  }

  @Override
  public void pause() {
    link.requestPause();
    record(HaltRequested.Kind.PAUSE);
  }

  @Override
  public void stop() {
    link.requestStop();
    record(HaltRequested.Kind.STOP);
  }

  private void record(HaltRequested.Kind kind) {
    keeper.note(
        Entry.confined(
            link.bootId(),
            System.nanoTime(),
            Instant.now(),
            HaltRequested.newBuilder()
                .setStationBootId(link.bootId())
                .setKind(kind)
                .setStaffId(staffId)
                .setCause("pressed on the page")
                .build()));
  }

  @Override
  public LiveView live() {
    return views.now();
  }

  /** Null if nobody answered in time. */
  private @Nullable Outcome ask(Function<StationCommand.Header, StationCommand> command) {
    return ask(command, Asked.by(staffId));
  }

  private @Nullable Outcome ask(
      Function<StationCommand.Header, StationCommand> command, Asked asked) {
    CompletableFuture<Outcome> outcome = keeper.submit(command, asked);
    try {
      return outcome.get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      outcome.cancel(false);
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("outcomes never fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Reply<String> answer(@Nullable Outcome outcome, String done) {
    if (outcome instanceof Outcome.Heard(ExecutorEvent.Answered event)
        && event.answer() == ExecutorEvent.Answer.ACCEPTED) {
      return new Reply.Accepted<>(done);
    }
    return refused(outcome);
  }

  private static <T> Reply<T> refused(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null ->
          new Reply.Refused<>(
              "UNCONFIRMED", "No answer from the controller: look at the state, then try again.");
      case Outcome.NotSent(String code, String text) -> new Reply.Refused<>(code, text);
      case Outcome.Heard(ExecutorEvent.Answered e) -> new Reply.Refused<>(e.code(), e.text());
      case Outcome.Heard(ExecutorEvent e) ->
          throw new IllegalStateException("not an answer: " + e.getClass().getSimpleName());
    };
  }
}
